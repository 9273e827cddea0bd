package io.hakika.adapter.daraja;

import io.hakika.domain.value.CallbackToken;
import java.net.URI;
import java.util.Objects;

/** The addresses at which Daraja calls us back, one for each payment. */
public final class CallbackUrls {

  private static final String PATH = "/callbacks/stk/";

  private final URI publicUrl;

  private CallbackUrls(URI publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * Addresses below {@code publicUrl}, which may have a path.
   *
   * @throws IllegalArgumentException if Daraja would refuse such addresses; plain http to a
   *     loopback or private address passes here, {@link DarajaEnvironment#faultOfPublicUrl} is
   *     stricter for production
   */
  public static CallbackUrls under(URI publicUrl) {
    Objects.requireNonNull(publicUrl, "publicUrl");
    DarajaEnvironment.SANDBOX
        .faultOfPublicUrl(publicUrl)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException("publicUrl " + fault);
            });
    return new CallbackUrls(Addresses.tidy(publicUrl));
  }

  /** The address of the payment with this token. It is a secret. */
  public URI of(CallbackToken token) {
    return URI.create(publicUrl + PATH + token.value());
  }

  @Override
  public String toString() {
    return "CallbackUrls[" + publicUrl + PATH + "…]";
  }
}
