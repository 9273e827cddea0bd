package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No credential and no push goes to a host that cannot prove its name. */
class TlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent() throws Exception {
    var heard = new AtomicInteger();
    var server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.createContext("/", exchange -> heard.incrementAndGet());
    server.start();
    try {
      var result = pushTo(URI.create("https://127.0.0.1:" + server.getAddress().getPort()));

      assertThat(result)
          .isInstanceOfSatisfying(
              PushResult.NotSent.class,
              notSent -> assertThat(notSent.reason().value()).contains("TLS failed"));
      assertThat(heard).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whoever_listens_speaks_no_tls() throws IOException {
    try (var plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      var speaker = new Thread(() -> speakPlainly(plain));
      speaker.setDaemon(true);
      speaker.start();

      var result = pushTo(URI.create("https://127.0.0.1:" + plain.getLocalPort()));

      assertThat(result)
          .isInstanceOfSatisfying(
              PushResult.NotSent.class,
              notSent -> assertThat(notSent.reason().value()).contains("TLS failed"));
    }
  }

  private static void speakPlainly(ServerSocket server) {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        client
            .getOutputStream()
            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        client.getInputStream().readAllBytes();
      } catch (IOException e) {
        // The test is over, or the client has had enough.
      }
    }
  }

  private static PushResult pushTo(URI url) {
    var config = DarajaConfig.sandbox(Given.PAYBILL).withBaseUrl(url).withTimeout(Given.PATIENT);
    try (var daraja = DarajaClient.of(config, Given.CLOCK)) {
      return daraja.stkPush(Given.push());
    }
  }

  private SSLContext selfSigned() throws Exception {
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(keyStore())) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    return context(managers);
  }

  private static SSLContext context(KeyManagerFactory managers) throws GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private Path keyStore() throws IOException, InterruptedException {
    var file = folder.resolve("self-signed.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "self",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
    return file;
  }
}
