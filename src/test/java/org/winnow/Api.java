package org.winnow;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews;
import org.winnow.team.Accounts;
import org.winnow.team.Members;
import org.winnow.team.ReviewRole;

/** Calls the server as a person would: signed in, with the header that changes need. */
public final class Api {
  public static final String PASSWORD = "a long password of tests";

  /** Hashed once and cheaply: a hundred people of tests would else take as long as the tests. */
  private static final String PASSWORD_HASH = BcryptUtil.bcryptHash(PASSWORD, 4);

  private Api() {}

  /** Somebody who has signed in. */
  public record Person(UUID id, String name, String cookie) {
    public RequestSpecification request() {
      return Api.anonymous().cookie("winnow_session", cookie);
    }

    /** The same with a JSON body to come. */
    public RequestSpecification sending(Object body) {
      return request().contentType(ContentType.JSON).body(body);
    }
  }

  public static RequestSpecification anonymous() {
    return given().header("X-Winnow-Request", "1").header("Accept-Language", "en");
  }

  /** Makes an account of a name that starts so, and signs it in. */
  public static Person somebody(String name) {
    UUID id = UUID.randomUUID();
    String unique = name + "-" + id.toString().substring(0, 8);
    QuarkusTransaction.requiringNew()
        .run(() -> bean(Accounts.class).put(id, unique, name, "en", false));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                bean(Sql.class)
                    .update(
                        "UPDATE account SET password_hash = ? WHERE id = ?", PASSWORD_HASH, id));
    return signIn(id, unique);
  }

  /** Makes somebody who may make accounts. */
  public static Person administrator(String name) {
    Person person = somebody(name);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                bean(Sql.class)
                    .update("UPDATE account SET administrator = true WHERE id = ?", person.id()));
    return person;
  }

  public static Person signIn(UUID id, String name) {
    String cookie =
        anonymous()
            .contentType(ContentType.JSON)
            .body(Map.of("name", name, "password", PASSWORD))
            .post("/api/v1/session")
            .then()
            .statusCode(200)
            .extract()
            .cookie("winnow_session");
    return new Person(id, name, cookie);
  }

  /** Makes a review led by somebody. */
  public static UUID reviewOf(Person lead) {
    UUID review = UUID.randomUUID();
    bean(Reviews.class).create(review, lead.id(), "A review", "en");
    return review;
  }

  public static void appoint(UUID review, Person by, Person member, ReviewRole... roles) {
    QuarkusTransaction.requiringNew()
        .run(() -> bean(Members.class).appoint(review, by.id(), member.id(), Set.of(roles)));
  }

  public static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
