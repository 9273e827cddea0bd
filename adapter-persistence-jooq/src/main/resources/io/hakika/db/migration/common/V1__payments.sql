-- Payments, what is counted beside them, their history, and what waits to be told or weighed.
-- One spelling for H2 and PostgreSQL. What only one of several rivals may have is decided by a
-- unique key; what can never be true is refused by a CHECK.

create table hk_payment (
  id varchar(30) not null,
  account varchar(40) not null,
  order_id varchar(64) not null,
  -- Repeats order_id while the payment holds its order; null for good once it gave it up.
  active_order varchar(64),
  client varchar(255),
  idempotency_key varchar(255),
  phone_stored varchar(255) not null,
  phone_index varchar(255) not null,
  phone_mask varchar(20) not null,
  amount bigint not null,
  account_reference varchar(12) not null,
  description varchar(13) not null,
  metadata varchar(100000) not null,
  supersedes varchar(30),
  callback_token varchar(48) not null,
  status_token varchar(22) not null,
  created_at timestamp(6) with time zone not null,

  status varchar(12) not null,
  -- Published: one, and one more for each change of status.
  version integer not null,
  -- The optimistic lock: changes with every write of the row.
  revision bigint not null,

  push_state varchar(8),
  push_attempts integer,
  push_since timestamp(6) with time zone,
  -- When a claim counts as dead, a queued push is sent again, an unknown one goes to review.
  push_until timestamp(6) with time zone,
  push_reason varchar(500),

  checkout_stored varchar(512),
  checkout_index varchar(255),
  checkout_mask varchar(128),
  merchant_request_id varchar(128),
  submitted_at timestamp(6) with time zone,
  receipt varchar(20),
  receipt_source varchar(8),
  -- Nairobi's wall time, as M-Pesa tells it.
  transaction_date timestamp(6),

  queries_tried integer not null,
  queries_answered integer not null,
  queries_last_at timestamp(6) with time zone,
  queries_class varchar(15),
  queries_same_since timestamp(6) with time zone,
  queries_success_heard boolean not null,
  query_due timestamp(6) with time zone,

  push_due timestamp(6) with time zone,
  recovery_due timestamp(6) with time zone,
  lease_until timestamp(6) with time zone,

  failure_code varchar(64),
  failure_reason varchar(500),
  failure_category varchar(20),
  failure_source varchar(10),
  review_reason varchar(20),
  review_detail varchar(2000),
  review_since timestamp(6) with time zone,
  settled_at timestamp(6) with time zone,
  -- The kinds of contradiction that were told, comma separated.
  contradictions_told varchar(500) not null,

  receipt_missing boolean not null,
  contradicted boolean not null,
  mismatched_callback boolean not null,
  order_paid_twice boolean not null,
  -- Whether it has, or once had, one of these four words for a person. Never taken back, so that
  -- one index finds the few that have a word among all.
  listed boolean not null,

  constraint hk_payment_pk primary key (id),
  constraint hk_payment_one_key unique (client, idempotency_key),
  constraint hk_payment_one_order unique (account, active_order),
  constraint hk_payment_one_callback_token unique (callback_token),
  constraint hk_payment_one_status_token unique (status_token),
  constraint hk_payment_one_checkout unique (checkout_index),
  constraint hk_payment_one_receipt unique (receipt),

  constraint hk_payment_key check ((client is null) = (idempotency_key is null)),
  constraint hk_payment_amount check (amount between 1 and 999999999),
  constraint hk_payment_status
    check (status in ('pending', 'submitted', 'paid', 'failed', 'needs_review')),
  constraint hk_payment_versions check (version >= 1 and revision >= version),
  constraint hk_payment_active_order
    check (active_order is null or (active_order = order_id and status <> 'failed')),
  constraint hk_payment_push check (
    (status = 'pending') = (push_state is not null)
    and (push_state is null) = (push_attempts is null)
    and (push_state is null) = (push_until is null)),
  constraint hk_payment_push_state check (
    push_state is null
    or (push_state in ('claimed', 'unknown') and push_since is not null and push_reason is null)
    or (push_state = 'queued' and push_since is null and push_reason is not null)),
  constraint hk_payment_push_due check ((push_due is null) or (status = 'pending')),
  constraint hk_payment_submitted
    check (status <> 'submitted' or (checkout_index is not null and submitted_at is not null)),
  constraint hk_payment_checkout check (
    (checkout_stored is null) = (checkout_index is null)
    and (checkout_mask is null) = (checkout_index is null)
    and (merchant_request_id is null or checkout_index is not null)),
  constraint hk_payment_receipt check ((receipt is null) = (receipt_source is null)),
  constraint hk_payment_receipt_source check (receipt_source in ('callback', 'operator')),
  -- Nobody is paid without a receipt, or a callback about our push that carried none, or a receipt
  -- that was lost to whom M-Pesa gave it.
  constraint hk_payment_paid check (
    status <> 'paid'
    or receipt is not null
    or (receipt_missing and (checkout_index is not null or contradicted))),
  constraint hk_payment_settled
    check ((settled_at is not null) = (status in ('paid', 'failed'))),
  constraint hk_payment_failure check (
    (status = 'failed') = (failure_code is not null)
    and (status = 'failed') = (failure_reason is not null)
    and (status = 'failed') = (failure_category is not null)
    and (status = 'failed') = (failure_source is not null)),
  constraint hk_payment_failure_category check (
    failure_category in (
      'cancelled', 'insufficient_funds', 'wrong_pin', 'timeout', 'limit', 'busy',
      'configuration', 'rejected', 'other')),
  constraint hk_payment_failure_source
    check (failure_source in ('callback', 'query', 'submission', 'operator')),
  constraint hk_payment_review check (
    (status = 'needs_review') = (review_reason is not null)
    and (status = 'needs_review') = (review_detail is not null)
    and (status = 'needs_review') = (review_since is not null)),
  constraint hk_payment_review_reason check (
    review_reason in (
      'paid_without_receipt', 'unsettled', 'submission_unknown', 'amount_mismatch',
      'contradictory')),
  constraint hk_payment_queries check (
    queries_answered between 0 and queries_tried
    and (queries_tried = 0) = (queries_last_at is null)
    and (queries_class is null) = (queries_same_since is null)),
  constraint hk_payment_queries_class check (
    queries_class in ('success', 'certain_failure', 'likely_failure', 'no_information')),
  constraint hk_payment_told check (status = 'paid' or contradictions_told = ''),
  constraint hk_payment_listed check (
    listed or not (receipt_missing or contradicted or mismatched_callback or order_paid_twice))
);

create index hk_payment_created on hk_payment (created_at, id);
create index hk_payment_by_status on hk_payment (status, created_at, id);
create index hk_payment_by_order on hk_payment (order_id, account, created_at, id);
create index hk_payment_by_account on hk_payment (account, created_at, id);
create index hk_payment_by_phone on hk_payment (phone_index, created_at, id);
create index hk_payment_by_push_due on hk_payment (push_due, id);
create index hk_payment_by_recovery_due on hk_payment (recovery_due, id);
create index hk_payment_by_listed on hk_payment (listed, created_at, id);

-- What is counted beside a payment, in a row of its own: ten thousand duplicates of a callback
-- neither lock nor version the payment.
create table hk_tally (
  payment_id varchar(30) not null,
  -- Numbers given to lines of history so far.
  lines bigint not null,
  applied bigint not null,
  duplicate bigint not null,
  contradictory bigint not null,
  mismatched bigint not null,
  malformed bigint not null,
  refused bigint not null,
  bodies bigint not null,
  callback_count bigint not null,
  callback_at timestamp(6) with time zone,
  callback_code varchar(100000),
  callback_desc varchar(500),
  query_count bigint not null,
  query_at timestamp(6) with time zone,
  query_code varchar(100000),
  query_desc varchar(500),
  -- When somebody last took the right to ask Daraja.
  asked_at timestamp(6) with time zone,
  constraint hk_tally_pk primary key (payment_id),
  constraint hk_tally_payment_fk foreign key (payment_id) references hk_payment (id),
  constraint hk_tally_callback check (
    (callback_count = 0) = (callback_at is null)
    and (callback_count = 0) = (callback_desc is null)),
  constraint hk_tally_query check (
    (query_count = 0) = (query_at is null)
    and (query_count = 0) = (query_desc is null))
);

-- The history of a payment. Lines are written once, never altered.
create table hk_entry (
  payment_id varchar(30) not null,
  line bigint not null,
  at timestamp(6) with time zone not null,
  kind varchar(16) not null,
  verdict varchar(16),
  summary varchar(2000) not null,
  detail varchar(1000000) not null,
  result_code varchar(100000),
  -- Null where the line holds no answer of Daraja's.
  result_desc varchar(500),
  body bytea,
  constraint hk_entry_pk primary key (payment_id, line),
  -- Not to hk_payment: writing a line must not wait for whoever writes the payment.
  constraint hk_entry_payment_fk foreign key (payment_id) references hk_tally (payment_id),
  constraint hk_entry_kind check (
    kind in (
      'created', 'push_sent', 'push_accepted', 'push_rejected', 'push_unknown', 'callback',
      'query', 'status_changed', 'resolved', 'notified')),
  constraint hk_entry_verdict check (
    (kind = 'callback') = (verdict is not null)
    and (verdict is null or verdict in (
      'applied', 'duplicate', 'contradictory', 'mismatched', 'malformed', 'refused'))),
  constraint hk_entry_code check (result_desc is not null or result_code is null)
);

-- Events until everybody was told.
create table hk_event (
  number bigint generated always as identity,
  payment_id varchar(30) not null,
  version integer not null,
  attempts integer not null,
  -- Nobody else tells it before; null: nobody tells it yet.
  due_at timestamp(6) with time zone,
  type varchar(24) not null,
  at timestamp(6) with time zone not null,
  checkout_stored varchar(512),
  receipt varchar(20),
  code varchar(64),
  reason varchar(500),
  category varchar(20),
  source varchar(10),
  detail varchar(2000),
  since timestamp(6) with time zone,
  constraint hk_event_pk primary key (number),
  constraint hk_event_payment_fk foreign key (payment_id) references hk_payment (id),
  constraint hk_event_type check (
    type in (
      'payment.submitted', 'payment.paid', 'payment.failed', 'payment.needs_review',
      'payment.contradicted')),
  constraint hk_event_said check (
    (type = 'payment.submitted') = (checkout_stored is not null)
    and (type = 'payment.failed') = (code is not null)
    and (type = 'payment.needs_review') = (since is not null))
);

create index hk_event_by_payment on hk_event (payment_id, number);

-- Callbacks that were kept and not yet weighed, and those whose payment does not exist.
create table hk_kept_callback (
  number bigint generated always as identity,
  token varchar(48) not null,
  body bytea not null,
  refused boolean not null,
  at timestamp(6) with time zone not null,
  orphan boolean not null,
  -- Nobody else weighs it before; null: nobody weighs it yet.
  due_at timestamp(6) with time zone,
  constraint hk_kept_callback_pk primary key (number)
);

create index hk_kept_callback_orphans on hk_kept_callback (orphan, at);

-- One row per phone, locked while a checkout looks how often the phone was prompted.
create table hk_phone (
  phone_index varchar(255) not null,
  seen_at timestamp(6) with time zone not null,
  constraint hk_phone_pk primary key (phone_index)
);

-- What all instances of a service must agree on. The first writer wins.
create table hk_setting (
  name varchar(100) not null,
  content varchar(100000) not null,
  constraint hk_setting_pk primary key (name)
);
