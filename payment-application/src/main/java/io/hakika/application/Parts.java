package io.hakika.application;

import io.hakika.application.port.driven.CallbackReader;
import io.hakika.application.port.driven.EventLog;
import io.hakika.application.port.driven.PaymentListener;
import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.domain.Patience;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;

/** What the services are made of, gathered once. */
record Parts(
    PaymentStore store,
    PaymentQueries queries,
    EventLog events,
    StkGateway gateway,
    CallbackReader reader,
    List<PaymentListener> listeners,
    CheckoutRules rules,
    Patience patience,
    Clock clock,
    Executor calls,
    Closing closing,
    Faults faults) {}
