package org.winnow.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.ledger.EventType;

class ChangedRoomsTest {
  @Test
  void everyKindOfEventSaysWhichRoomsItChanges() {
    List<String> types =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.winnow")
                .stream()
                .filter(type -> type.isAnnotatedWith(EventType.class))
                .map(type -> type.getAnnotationOfType(EventType.class).value())
                .toList();

    assertThat(types).isNotEmpty().allMatch(ChangedRooms::knows);
  }

  @Test
  void anEventOfALaterVersionMayHaveChangedAnything() {
    assertThat(ChangedRooms.after("made-up-later")).contains("screening", "flow", "team");
  }
}
