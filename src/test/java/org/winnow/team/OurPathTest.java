package org.winnow.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OurPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/reviews", "/reviews/1/screen?stage=full-text&x=%2F", "/a/../b"})
  void aPathOfOursIsKept(String to) {
    assertThat(OidcResource.ourPath(to)).isEqualTo(to);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "reviews",
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        "/x\\y",
        "javascript:alert(1)",
        " /x"
      })
  void anythingElseLeadsHome(String to) {
    assertThat(OidcResource.ourPath(to)).isEqualTo("/");
  }
}
