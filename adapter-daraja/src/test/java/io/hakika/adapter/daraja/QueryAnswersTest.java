package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.QueryClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What an answer to a question is worth; the table is {@code samples/query/answers.csv}. */
class QueryAnswersTest {

  private WireServer server;
  private DarajaClient daraja;

  private enum Kind {
    TOLD,
    FAILED,
    UNUSABLE,
    THROTTLED,
    UNANSWERED
  }

  @BeforeEach
  void start() {
    server = WireServer.start();
    daraja = Given.client(server);
  }

  @AfterEach
  void stop() {
    daraja.close();
    server.close();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/samples/query/answers.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = true)
  void every_answer_is_taken_for_what_it_is_worth(
      int status, String body, Kind kind, QueryClass says, @Nullable String resultCode) {
    var bytes = Given.sample("query/" + body);
    server.answers(Reaction.answer(status, "", bytes));

    var result = daraja.stkQuery(Given.ID);

    assertThat(kind(result)).isEqualTo(kind);
    assertThat(result.raw().status()).isEqualTo(status);
    assertThat(result.raw().body()).isEqualTo(bytes);

    var queried = Answers.of(result);
    assertThat(queried.body()).isEqualTo(bytes);
    assertThat(queried.answer().says()).isEqualTo(says);
    assertThat(queried.answer().resultCode()).isEqualTo(resultCode);
    assertThat(queried.answer().throttled()).isEqualTo(kind == Kind.THROTTLED);
    assertThat(queried.answer().answered())
        .isEqualTo(kind == Kind.TOLD || kind == Kind.FAILED || kind == Kind.UNUSABLE);
    assertThat(queried.answer().at()).isEqualTo(Given.NIGHT);
  }

  private static Kind kind(QueryResult result) {
    if (result instanceof QueryResult.Told) {
      return Kind.TOLD;
    }
    if (result instanceof QueryResult.Failed) {
      return Kind.FAILED;
    }
    if (result instanceof QueryResult.Unusable) {
      return Kind.UNUSABLE;
    }
    return result instanceof QueryResult.Throttled ? Kind.THROTTLED : Kind.UNANSWERED;
  }

  @Test
  void a_cut_answer_says_nothing() {
    var half = "{\"ResponseCode\":\"0\",\"CheckoutReq";
    server.answers(Reaction.bytes(Reaction.head(200, "", 500) + half));

    var result = daraja.stkQuery(Given.ID);

    assertThat(result).isInstanceOf(QueryResult.Unanswered.class);
    assertThat(result.raw().body()).asString().isEqualTo(half);
  }

  @Test
  void without_a_token_nothing_is_asked() {
    server.answersTokenRequests(Reaction.json(400, Given.text("token/400.008.01.json")));

    assertThat(daraja.stkQuery(Given.ID)).isInstanceOf(QueryResult.Unanswered.class);
    assertThat(server.posts()).isEmpty();
  }

  @Test
  void a_refused_token_is_replaced_and_the_question_asked_again() {
    server.answers(
        Reaction.json(404, Given.text("query/token.json")),
        Reaction.json(200, Given.text("query/paid.json")));

    assertThat(daraja.stkQuery(Given.ID)).isInstanceOf(QueryResult.Told.class);
    assertThat(server.tokenRequests()).hasSize(2);
  }
}
