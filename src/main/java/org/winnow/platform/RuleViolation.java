package org.winnow.platform;

import java.util.List;
import java.util.Map;

/**
 * A request that the rules refuse. The code is stable and names the texts for people in {@code
 * messages/problems}; the arguments fill them.
 */
public class RuleViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An argument that is a list of words with texts of their own, by the keys of those texts. */
  public record Words(List<String> keys) {}

  private final String code;
  private final int status;
  private final transient Object[] arguments;
  private final transient Map<String, Object> members;

  /** A request that conflicts with the state of things: 409. */
  public RuleViolation(String code, Object... arguments) {
    this(409, code, Map.of(), arguments);
  }

  private RuleViolation(int status, String code, Map<String, Object> members, Object... arguments) {
    super(code);
    this.status = status;
    this.code = code;
    this.members = members;
    this.arguments = arguments;
  }

  /** Input that cannot be meant: 422. */
  public static RuleViolation invalid(String code, Object... arguments) {
    return new RuleViolation(422, code, Map.of(), arguments);
  }

  /** Nothing of that id, or nothing that this person may know of: 404. */
  public static RuleViolation notFound() {
    return new RuleViolation(404, "not-found", Map.of());
  }

  public static RuleViolation withStatus(int status, String code, Object... arguments) {
    return new RuleViolation(status, code, Map.of(), arguments);
  }

  /** The same with further members in the answer, such as the version that is current. */
  public RuleViolation with(Map<String, Object> more) {
    return new RuleViolation(status, code, more, arguments);
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  public Object[] arguments() {
    return arguments.clone();
  }

  public Map<String, Object> members() {
    return members;
  }
}
