package io.hakika.adapter.http.javalin;

import io.hakika.application.port.driving.FindPayments;
import io.hakika.application.port.driving.ReceiveCallback;
import io.hakika.application.port.driving.RecoverPayments;
import io.hakika.application.port.driving.ReviewPayments;
import io.hakika.application.port.driving.StartCheckout;

/** The driving ports that HTTP requests are turned into calls of. */
public record Ports(
    StartCheckout checkout,
    ReceiveCallback callbacks,
    RecoverPayments recovery,
    FindPayments payments,
    ReviewPayments reviews) {}
