package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.citation.Citation;

/** What programs and vendors do beside their formats. */
class VendorHabitsTest {
  @Test
  void aFieldOfOvidThatMeansNothingHereEndsTheOneBeforeIt() {
    Citation citation =
        only(
            """
            <1>
            Unique Identifier
              31234567
            Record Owner
              From MEDLINE, a database of the U.S. National Library of Medicine.
            Entry Date
              20190315
            Title
              Tea against hiccups.
            Authors
              Smith JA
            Registry Number/Name of Substance
              0 (Tea)
            Year of Publication
              2019
            """);
    assertThat(citation.accession()).isEqualTo("31234567");
    assertThat(citation.pmid()).isEqualTo("31234567");
    assertThat(citation.title().first()).isEqualTo("Tea against hiccups.");
    assertThat(citation.authors()).containsExactly("Smith, JA");
  }

  @Test
  void anEndOfRecordInRefWorksIsNoPartOfAField() {
    Citation citation =
        only(
            """
            RT Journal Article
            A1 Smith,John A.
            T1 Tea against hiccups
            YR 2019
            DB PubMed
            ER
            """);
    assertThat(citation.database()).isEqualTo("PubMed");
  }

  @Test
  void abstractsOfCrossrefLoseTheirMarkup() {
    Citation citation =
        only(
            """
            [{"type":"article-journal","title":"Tea","abstract":            "<jats:title>Abstract</jats:title><jats:sec><jats:title>Background:</jats:title>            <jats:p>Hiccups are common.</jats:p></jats:sec><jats:sec><jats:title>Results</jats:title>            <jats:p>Tea helped in <jats:italic>n</jats:italic> &lt; 5.</jats:p></jats:sec>"}]
            """);
    assertThat(citation.abstracts().first())
        .isEqualTo("Background: Hiccups are common.\nResults: Tea helped in n &lt; 5.");
  }

  @Test
  void aNumberBehindABlankLineBeginsAnotherRecordOfSinoMed() {
    Reading reading =
        Reading.of(
            """
            1.
            【流水号】: 1
            【标题】: 第一篇
            【作者】: 张三

            2.
            【英文标题】: The second
            【标题】: 第二篇
            【作者】: 李四
            """);
    assertThat(reading.titles()).containsExactly("第一篇", "第二篇");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Tea Letters. 12(3):45-50, 2018 Feb 20.|Tea Letters|12|3|45-50",
        "Tea Letters. 36:j585, 2018 01 17.|Tea Letters|36|-|j585",
        "Tea Reviews. 3:TR004690, 2015 Mar 02.|Tea Reviews|3|-|TR004690",
        "Tea & Milk Journal January/February 2010;14(1):56|Tea & Milk Journal|14|1|56",
        "Acta Theae November/December 2010;6:611-613|Acta Theae|6|-|611-613",
        "Journal of Tea Affairs, 2013(1): 3-28.|Journal of Tea Affairs|2013|1|3-28",
        "Journal of Tea Studies, 12, 2007: 7-14.|Journal of Tea Studies|12|-|7-14",
        "Tea Psychotherapy. Vol.43(5), Sep 2015, pp. 623-634.|Tea Psychotherapy|43|5|623-634",
        "Tea Open. 8 (3) (pp e01984), 2018. Date of Publication: 01 Mar 2018.|Tea Open|8|3|e01984",
        "Tea ONE. 13 (3) (no pagination), 2018. Article Number: e0193. Date of Publication: 2018.|Tea ONE|13|3|e0193",
        "Tea Proceedings. Conference: 2nd Cup Meeting: Part 2. Spain. 12 (Supplement 3) (no pagination), 2018.|Tea Proceedings|12|Supplement 3|-",
        "Annals of Tea. Conference: 4th Cup. Germany. 29 (Supplement 8) (pp viii40-viii41), 2018.|Annals of Tea|29|Supplement 8|viii40-viii41",
        "Early Tea. (no pagination), 2020. Date of Publication: 2020.|Early Tea|-|-|-",
        "North, A. [Editor, Author], South, B. [Editor]. Handbook of tea.:371-397, 2004.|Handbook of tea|-|-|371-397"
      })
  void ovidsOneStringIsTakenApartInAllItsForms(
      String source, String journal, String volume, String issue, String pages) {
    Citation citation = ovid("SO  - " + source);

    assertThat(citation.journal()).isEqualTo(journal);
    assertThat(citation.volume()).isEqualTo(volume == null ? "" : volume);
    assertThat(citation.issue()).isEqualTo(issue == null ? "" : issue);
    assertThat(citation.pages()).isEqualTo(pages == null ? "" : pages);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "North, S. M. [Author, Reprint Author; E-mail: n@example.org]|North, S. M.",
        "North, James A. Ph.D., FACSM|North, James A.",
        "North, Wei 1,2,+|North, Wei",
        "North, Ann MD, PhD *|North, Ann",
        "North MA|North, MA",
        "van der North P|van der North, P"
      })
  void anAuthorOfOvidIsTheNameAlone(String written, String name) {
    assertThat(ovid("AU  - " + written).authors()).containsExactly(name);
  }

  @Test
  void psycInfosRecordIsReadThroughItsHabits() {
    Citation citation =
        only(
            """
            <8. >
            VN  - Ovid Technologies
            DB  - PsycINFO
            AN  - Peer Reviewed Journal: 2015-33942-012.
            TI  - Why do people drink tea?. [References].
            PT  - Journal
            PT  - Peer Reviewed Journal
            DT  - Journal Article
            ID  - thirst, tea drinking
            MH  - *Thirst
            """);

    assertThat(citation.title().first()).isEqualTo("Why do people drink tea?.");
    assertThat(citation.accession()).isEqualTo("2015-33942-012");
    assertThat(citation.type()).isEqualTo("Journal Article");
    assertThat(citation.keywords()).containsExactly("thirst", "tea drinking", "Thirst");
  }

  private static Citation ovid(String fields) {
    return only(
        "<1. >\nVN  - Ovid Technologies\nDB  - Embase\nTI  - Tea\n" + fields + "\nYR  - 2018\n");
  }

  @Test
  void cnkisOwnFieldsAreReadByTheirEnglishHalves() {
    Citation citation =
        only(
            """
            SrcDatabase-来源库: 期刊
            Title-题名: 针刺治疗坐骨神经痛
            Author-作者: 张三;李四;
            Source-文献来源: 针刺学报
            Volume-卷: 40
            Period-期: 03
            PageCount-页码: 261-265
            URL-网址: https://example.org/x
            DOI-DOI: 10.1000/zhenci.1
            """);

    assertThat(citation.volume()).isEqualTo("40");
    assertThat(citation.pages()).isEqualTo("261-265");
    assertThat(citation.doi()).isEqualTo("10.1000/zhenci.1");
    assertThat(citation.url()).isEqualTo("https://example.org/x");
  }

  @Test
  void cnkisTableIsReadByTheSameNames() {
    Citation citation =
        only(
            """
            Title-题名,Author-作者,Source-文献来源,Year-年,Volume-卷,Period-期,PageCount-页码,ISSN-国际标准刊号,URL-网址,DOI-DOI
            针刺治疗坐骨神经痛,张三;李四;,针刺学报,2020,40,03,261-265,1000-0001,https://example.org/x,10.1000/zhenci.1
            """);

    assertThat(citation.volume()).isEqualTo("40");
    assertThat(citation.pages()).isEqualTo("261-265");
    assertThat(citation.issn()).isEqualTo("1000-0001");
    assertThat(citation.doi()).isEqualTo("10.1000/zhenci.1");
  }

  @Test
  void aWholeReferenceBeforeBracketedLabelsIsTheRecord() {
    Reading reading =
        Reading.of(
            """
            1. 张三,李四.针刺治疗坐骨神经痛[J].针刺学报,2021,57(03):112-119.
            【作者单位】某大学
            【摘要】目的 观察疗效。
            【DOI】10.1000/zhenci.1
            2. 王五.艾灸研究[D].某大学,2015.
            【摘要】以艾灸为主。
            """);

    assertThat(reading.titles()).containsExactly("针刺治疗坐骨神经痛", "艾灸研究");
    Citation first = reading.citations().getFirst();
    assertThat(first.authors()).containsExactly("张三", "李四");
    assertThat(first.journal()).isEqualTo("针刺学报");
    assertThat(first.year()).isEqualTo(2021);
    assertThat(first.volume()).isEqualTo("57");
    assertThat(first.issue()).isEqualTo("03");
    assertThat(first.pages()).isEqualTo("112-119");
    assertThat(first.doi()).isEqualTo("10.1000/zhenci.1");
  }

  @Test
  void numbersOfAffiliationsAreNoPartOfAChineseName() {
    assertThat(
            only("1.\n【标题】: 针刺\n【作者】: 张三(1);李四（2,3）;王五①\n【出处】: 针刺学报 2016;36(4):310-320\n")
                .authors())
        .containsExactly("张三", "李四", "王五");
  }

  @Test
  void aTrialOfTheRegistryPlatformIsARecord() {
    Citation citation =
        only(
            """
            <?xml version='1.0' encoding='UTF-8' ?>
            <Trials_downloaded_from_ICTRP>
              <Trial>
                <TrialID>ZZ2000001</TrialID>
                <Public_title>Tea study</Public_title>
                <Scientific_title>A randomised trial of tea</Scientific_title>
                <Date_registration3>20200913</Date_registration3>
                <Date_registration>13/09/2020</Date_registration>
                <Source_Register>ZZTR</Source_Register>
                <web_address>https://example.org/1</web_address>
                <Study_type>Interventional</Study_type>
                <Condition>Hiccups;Cough</Condition>
              </Trial>
            </Trials_downloaded_from_ICTRP>
            """);

    assertThat(citation.title().first()).isEqualTo("A randomised trial of tea");
    assertThat(citation.accession()).isEqualTo("ZZ2000001");
    assertThat(citation.year()).isEqualTo(2020);
    assertThat(citation.database()).isEqualTo("ZZTR");
    assertThat(citation.url()).isEqualTo("https://example.org/1");
    assertThat(citation.keywords()).containsExactly("Hiccups", "Cough");
  }

  @Test
  void theRegistryPlatformsTableSaysTheSame() {
    Citation citation =
        only(
            """
            TrialID,Last Refreshed on,Public title,Scientific title,Date registration,Source Register,web address,Study type,Condition
            ZZ2000001,21 September 2026,Tea study,A randomised trial of tea,13/09/2020,ZZTR,https://example.org/1,Interventional,Hiccups
            """);

    assertThat(citation.title().first()).isEqualTo("A randomised trial of tea");
    assertThat(citation.year()).isEqualTo(2020);
    assertThat(citation.url()).isEqualTo("https://example.org/1");
    assertThat(citation.database()).isEqualTo("ZZTR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "tea; hiccups#tea,hiccups",
        "tea, hiccups, cough#tea,hiccups,cough",
        "tea | hiccups#tea,hiccups",
        "tea • hiccups#tea,hiccups",
        "茶，呃逆#茶,呃逆",
        "Trade, Development, and Planning#Trade~ Development~ and Planning",
        "diabetes mellitus, type 2#diabetes mellitus~ type 2"
      })
  void theOnlyKeywordOfARecordMayBeAList(String line, String keywords) {
    assertThat(only("TY  - JOUR\nTI  - Tea\nKW  - " + line + "\nER  - \n").keywords())
        .containsExactly(
            java.util.Arrays.stream(keywords.split(","))
                .map(word -> word.replace('~', ','))
                .toArray(String[]::new));
  }

  @Test
  void everyLineOfAKeywordFieldOfRefWorksIsOne() {
    assertThat(
            only("RT Journal Article\nT1 Tea\nYR 2019\nK1 tea plant\nhiccups\nAB Text\n")
                .keywords())
        .containsExactly("tea plant", "hiccups");
  }

  @Test
  void aRecordEndsAtABareEr() {
    Reading reading =
        Reading.of("TY  - JOUR\nTI  - Tea\nKW  - a\nER\nTY  - JOUR\nTI  - Milk\nER\n");

    assertThat(reading.titles()).containsExactly("Tea", "Milk");
    assertThat(reading.citations().getFirst().keywords()).containsExactly("a");
  }

  @Test
  void blanksThatDoNotBreakAreBlanksInATagToo() {
    assertThat(only("TY  - JOUR\nTI\u00A0\u00A0-\u00A0Tea\nPY\u00A0 -\u00A02019\nER  - \n").year())
        .isEqualTo(2019);
  }

  @Test
  void aLinkIntoOvidTellsPubMedsNumberWhereverItStands() {
    assertThat(
            only("TY  - JOUR\nTI  - Tea\nDB  - Ovid MEDLINE(R)\nL2  -"
                    + " http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=medp&AN=39012781\nER  - \n")
                .pmid())
        .isEqualTo("39012781");
  }

  @Test
  void aGuardAgainstSpreadsheetsIsNoPartOfANumber() {
    assertThat(only("Title,ISSN,Year\nTea,\"=\"\"12345678\"\"\",2019\n").issn())
        .isEqualTo("12345678");
  }

  private static Citation only(String file) {
    List<Citation> citations = Reading.of(file).citations();
    assertThat(citations).hasSize(1);
    return citations.getFirst();
  }
}
