package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.QueryClass;
import io.hakika.domain.value.FailureCategory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published table of codes ({@code samples/result-codes.csv}) against ours. */
class ResultCodesTest {

  static List<ResultCode> all() {
    return ResultCodes.all();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/samples/result-codes.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = true)
  void every_published_code_has_its_class_and_its_category(
      String code, QueryClass says, FailureCategory category) {
    assertThat(ResultCodes.of(code).says()).isEqualTo(says);
    assertThat(ResultCodes.of(code).category()).isEqualTo(category);
  }

  @Test
  void no_other_code_says_anything() {
    var published =
        Given.text("result-codes.csv")
            .lines()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(Collectors.toSet());

    assertThat(all())
        .filteredOn(row -> !published.contains(row.code()))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.says()).isEqualTo(QueryClass.NO_INFORMATION);
              assertThat(row.category()).isEqualTo(FailureCategory.OTHER);
            });
    assertThat(all()).extracting(ResultCode::code).containsAll(published);
  }

  @ParameterizedTest
  @ValueSource(strings = {"77", "00", "01", "1032.0", "sfc_ic0003", "-1", "R000001", ""})
  void a_code_that_nobody_has_listed_says_nothing(String code) {
    var row = ResultCodes.of(code);

    assertThat(row.code()).isEqualTo(code);
    assertThat(row.says()).isEqualTo(QueryClass.NO_INFORMATION);
    assertThat(row.category()).isEqualTo(FailureCategory.OTHER);
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_code_is_explained_to_the_merchant_and_to_the_customer(ResultCode row) {
    assertThat(row.meaning()).endsWith(".").hasSizeBetween(10, 60);
    assertThat(row.advice()).endsWith(".").hasSizeBetween(20, 100).doesNotContain(row.code());
  }

  /** Whoever may have been charged must never be told to try again, or that nothing happened. */
  @ParameterizedTest
  @MethodSource("all")
  void nobody_who_may_have_paid_is_asked_to_pay_again(ResultCode row) {
    if (row.says() == QueryClass.NO_INFORMATION && row.category() != FailureCategory.BUSY) {
      assertThat(row.advice()).doesNotContain("try again").contains("do not pay again");
    }
    if (row.says() != QueryClass.CERTAIN_FAILURE) {
      assertThat(row.advice()).doesNotContain("not charged");
    }
  }

  @Test
  void no_code_is_listed_twice() {
    assertThat(Set.copyOf(all().stream().map(ResultCode::code).toList())).hasSize(all().size());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void no_row_of_the_error_table_is_hidden_by_an_earlier_one(ErrorCodes.Row row) {
    var error = new DarajaError(row.speaker(), row.code(), row.words());

    assertThat(ErrorCodes.of(error)).isEqualTo(row);
  }

  static List<ErrorCodes.Row> rows() {
    return ErrorCodes.all();
  }
}
