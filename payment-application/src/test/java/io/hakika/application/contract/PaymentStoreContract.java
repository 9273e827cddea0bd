package io.hakika.application.contract;

/** Everything that a {@link io.hakika.application.port.driven.PaymentStore} has to keep to. */
public interface PaymentStoreContract
    extends OpeningContract,
        OrderSlotContract,
        PhoneRulesContract,
        RoundTripContract,
        RecordingContract,
        ReceiptContract,
        PaidTwiceContract,
        HistoryContract,
        DueWorkContract,
        InboxContract,
        RivalryContract {}
