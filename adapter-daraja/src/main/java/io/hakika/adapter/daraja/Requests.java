package io.hakika.adapter.daraja;

import io.hakika.domain.value.CheckoutRequestId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The bodies of our requests, with the field names and the spelling that Daraja wants. */
final class Requests {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Requests() {}

  /** The body of a push, for a paybill or for a till. */
  static byte[] push(DarajaCredentials credentials, StkPush push, Instant now) {
    var till = credentials.tillNumber();
    var stamp = Stamp.of(credentials, now);
    var phone = push.phone().digits();
    return written(
        json -> {
          signed(json, credentials, stamp);
          json.writeStringProperty(
              "TransactionType", till == null ? "CustomerPayBillOnline" : "CustomerBuyGoodsOnline");
          json.writeNumberProperty("Amount", push.amount().value());
          json.writeStringProperty("PartyA", phone);
          json.writeStringProperty("PartyB", till == null ? credentials.shortCode() : till);
          json.writeStringProperty("PhoneNumber", phone);
          json.writeStringProperty("CallBackURL", push.callbackUrl().toString());
          json.writeStringProperty("AccountReference", push.accountReference().value());
          json.writeStringProperty("TransactionDesc", push.description().value());
        });
  }

  /** The body of a question about a push. */
  static byte[] query(DarajaCredentials credentials, CheckoutRequestId id, Instant now) {
    var stamp = Stamp.of(credentials, now);
    return written(
        json -> {
          signed(json, credentials, stamp);
          json.writeStringProperty("CheckoutRequestID", id.value());
        });
  }

  private static void signed(JsonGenerator json, DarajaCredentials credentials, Stamp stamp) {
    json.writeStringProperty("BusinessShortCode", credentials.shortCode());
    json.writeStringProperty("Password", stamp.password());
    json.writeStringProperty("Timestamp", stamp.timestamp());
  }

  private static byte[] written(Fields fields) {
    var bytes = new ByteArrayOutputStream();
    try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Writes the fields of one object. */
  private interface Fields {

    void write(JsonGenerator json);
  }
}
