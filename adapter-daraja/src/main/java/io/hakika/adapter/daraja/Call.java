package io.hakika.adapter.daraja;

import java.net.URI;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request to Daraja.
 *
 * @param authorization the header's value; a secret
 * @param body JSON to post; null to get
 */
record Call(URI url, String authorization, @Nullable OneTimeBody body) {

  private static final String USER_AGENT = userAgent();

  /** The request for a token. */
  static Call get(URI url, String authorization) {
    return new Call(url, authorization, null);
  }

  /** A request that leaves at most once. */
  static Call post(URI url, String authorization, byte[] json) {
    return new Call(url, authorization, new OneTimeBody(json));
  }

  HttpRequest request() {
    var request =
        HttpRequest.newBuilder(url)
            .header("Accept", "application/json")
            .header("Authorization", authorization)
            .header("User-Agent", USER_AGENT);
    return body == null
        ? request.GET().build()
        : request.header("Content-Type", "application/json").POST(body).build();
  }

  /** Keeps it from leaving; false if it may have left already, as nobody knows of a get. */
  boolean withdraw() {
    return body != null && body.withdraw();
  }

  /** The firewall in front of Daraja turns away some clients that do not say who they are. */
  private static String userAgent() {
    var version = Call.class.getPackage().getImplementationVersion();
    return version == null ? "Hakika" : "Hakika/" + version;
  }

  @Override
  public String toString() {
    return "Call[" + url + "]";
  }
}
