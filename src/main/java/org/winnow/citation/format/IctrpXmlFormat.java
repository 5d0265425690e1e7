package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/**
 * The XML export of the WHO's trial registry platform (ICTRP): one {@code Trial} for each entry of
 * a register.
 */
public final class IctrpXmlFormat implements CitationFormat {
  private static final Set<String> RECORDS = Set.of("Trial");

  private static final String[] KEPT = {
    "Internal_Number",
    "Public_title",
    "Acronym",
    "Primary_sponsor",
    "Recruitment_Status",
    "Phase",
    "Study_design",
    "Countries",
    "Intervention",
    "Primary_outcome",
    "Secondary_outcome",
    "Target_size",
    "results_url_link",
    "Bridging_flag",
    "Secondary_ID"
  };

  @Override
  public String name() {
    return "ictrp-xml";
  }

  @Override
  public int recognises(String head) {
    return head.contains("<TrialID") ? XmlCitations.recognises(head, "<Trial>", "<Trial ") : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    XmlCitations.read(file, RECORDS, IctrpXmlFormat::meaning, sink);
  }

  private static void meaning(XmlTree trial, CitationDraft draft) {
    draft.type(trial.text("Study_type"));
    draft.title(trial.text("Scientific_title")).title(trial.text("Public_title"));
    for (String date : new String[] {"Date_registration3", "Date_registration"}) {
      draft.year(trial.text(date));
    }
    draft.accession(trial.text("TrialID"));
    draft.database(trial.text("Source_Register")).database("ICTRP");
    draft.url(trial.text("web_address"));
    draft.keywords(trial.text("Condition"), ";；");
    for (String name : KEPT) {
      draft.other(name, trial.text(name));
    }
  }
}
