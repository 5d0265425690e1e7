package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.citation.format.ColumnMapping;
import org.winnow.citation.format.TableField;

class ColumnMemoryTest {
  @Test
  void whatWasKeptBeforeTablesWithoutHeaderIsReadAsItWasMeant() {
    assertThat(
            ColumnMemory.mapping(
                "{\"header\":[\"Titel\",\"Jahr\"],\"fields\":[\"title\",\"year\"],\"authorSeparator\":\"; \"}"))
        .isEqualTo(
            new ColumnMapping(
                List.of("Titel", "Jahr"), List.of(TableField.TITLE, TableField.YEAR), "; "));
  }

  @Test
  void placesOfColumnsAreKept() {
    ColumnMapping mapping = ColumnMapping.byPlace(List.of(TableField.NONE, TableField.TITLE), "");

    assertThat(ColumnMemory.mapping(ColumnMemory.text(mapping))).isEqualTo(mapping);
  }
}
