package io.hakika.domain;

import io.hakika.domain.value.StatusToken;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records filled with a phone number, a token and a request id wherever text fits, so that whatever
 * a record prints of them can be seen.
 */
final class Canaries {

  /** A phone in its spellings, a token, the name of a push, and the shortest text of all. */
  private static final List<String> TEXTS =
      List.of(
          "call 0712345678 about ws_CO_23112026101112345712345678",
          "254712345678",
          "0712345678",
          "ws_CO_23112026101112345712345678",
          "deadbeefcafe".repeat(4),
          "pay_01k9zq3v5w7x9yabcdefghjkmn");

  /** Twenty-two letters of no form of their own: only their type can tell that they are secret. */
  private static final StatusToken STATUS_TOKEN = new StatusToken("deadbeefcafedeadbeef_-");

  private Canaries() {}

  /** What may never be printed: the digits of the phone and the letters of the tokens. */
  static List<String> secrets() {
    return List.of("12345678", "deadbeefcafedeadbeef");
  }

  /** Every record of that type that can be made of the canaries, one text after the other. */
  static List<Object> of(Class<?> type) {
    if (type == Instant.class) {
      return List.of(Given.START);
    }
    if (type == LocalDateTime.class) {
      return List.of(Given.MOVED_AT);
    }
    if (type == Duration.class) {
      return List.of(Duration.ofSeconds(7));
    }
    if (type == StatusToken.class) {
      return List.of(STATUS_TOKEN);
    }
    if (type == boolean.class) {
      return List.of(true);
    }
    if (type == int.class) {
      return List.of(1);
    }
    if (type == long.class) {
      return List.of(1L);
    }
    if (type == String.class) {
      return List.copyOf(TEXTS);
    }
    return composed(type);
  }

  private static List<Object> composed(Class<?> type) {
    if (type == Map.class) {
      return List.of(Map.of("254712345678", "0712345678"));
    }
    if (type == List.class) {
      return List.of(of(PaymentEvent.class));
    }
    if (type == Set.class) {
      return List.of(Set.of());
    }
    if (type.isEnum()) {
      return List.of(type.getEnumConstants()[0]);
    }
    if (type.isSealed()) {
      return Arrays.stream(type.getPermittedSubclasses()).flatMap(Canaries::all).toList();
    }
    return records(type);
  }

  private static Stream<Object> all(Class<?> type) {
    return of(type).stream();
  }

  /** The components each at their own pace: the longest list of canaries sets the number. */
  private static List<Object> records(Class<?> type) {
    var parts = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toList();
    var canaries = parts.stream().map(Canaries::of).toList();
    var most = canaries.stream().mapToInt(List::size).max().orElse(1);
    var made = new ArrayList<Object>();
    for (var i = 0; i < most; i++) {
      var turn = i;
      var values = canaries.stream().map(some -> some.get(turn % some.size())).toArray();
      make(type, parts, values).forEach(made::add);
    }
    if (made.isEmpty()) {
      throw new IllegalStateException("no canary fits " + type);
    }
    return made;
  }

  /** The record, or nothing if it refuses these values. */
  private static Stream<Object> make(Class<?> type, List<Class<?>> parts, Object[] values) {
    try {
      var constructor = type.getDeclaredConstructor(parts.toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return Stream.of(constructor.newInstance(values));
    } catch (InvocationTargetException refused) {
      return Stream.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
