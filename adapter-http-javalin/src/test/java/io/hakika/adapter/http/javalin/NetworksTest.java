package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Address ranges, and who is in them. */
final class NetworksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/8 | 10.255.255.255 | true",
        "10.0.0.0/8 | 11.0.0.0 | false",
        "10.1.2.3/8 | 10.200.0.1 | true",
        "196.201.214.200 | 196.201.214.200 | true",
        "196.201.214.200 | 196.201.214.201 | false",
        "196.201.214.200/29 | 196.201.214.207 | true",
        "196.201.214.200/29 | 196.201.214.208 | false",
        "0.0.0.0/0 | 255.255.255.255 | true",
        "0.0.0.0/0 | ::1 | false",
        "::/0 | 10.0.0.1 | false",
        "2001:db8::/33 | 2001:db8:7fff::1 | true",
        "2001:db8::/33 | 2001:db8:8000::1 | false",
        "10.0.0.0/8 | ::ffff:10.1.1.1 | true",
        "::ffff:10.0.0.0/8 | 10.1.1.1 | true",
        "::1 | 0:0:0:0:0:0:0:1 | true",
        "10.0.0.1, 10.0.0.2 | 10.0.0.2 | true"
      })
  void a_range_holds_the_addresses_that_share_its_first_bits(
      String ranges, String address, boolean held) {
    assertThat(Networks.parse(ranges).contains(IpAddresses.parse(address))).isEqualTo(held);
  }

  @Test
  void nothing_is_no_address() {
    assertThat(Networks.parse("  ")).isEqualTo(Networks.NONE);
    assertThat(Networks.NONE.contains(IpAddresses.parse("127.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "example.com",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.01",
        "010.0.0.1",
        "0x0a.0.0.1",
        "167772161",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "::1/129",
        "::g",
        "fe80::1%eth0",
        "[::1]",
        "10.0.0.1,",
        "10.0.0.1 10.0.0.2",
        "safaricom"
      })
  void what_is_no_address_is_refused_without_asking_a_name_server(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Networks.parse(text));
  }

  @Test
  void the_published_list_has_a_name() {
    var allowed = AllowedIps.parse("safaricom,10.0.0.0/8");
    assertThat(allowed.mode()).isEqualTo(AllowedIps.Mode.ENFORCE);
    assertThat(allowed.networks().ranges()).hasSize(13);
    assertThat(allowed.networks().contains(IpAddresses.parse("196.201.214.200"))).isTrue();
    assertThat(allowed.networks().contains(IpAddresses.parse("196.201.214.201"))).isFalse();
  }

  @Test
  void a_list_can_be_observed_only() {
    assertThat(AllowedIps.parse("observe:safaricom").mode()).isEqualTo(AllowedIps.Mode.OBSERVE);
    assertThat(AllowedIps.parse(" ")).isEqualTo(AllowedIps.ANY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe:", "observe: ", "safaricoms", "enforce:safaricom", "any"})
  void another_word_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AllowedIps.parse(text));
  }
}
