package io.hakika.adapter.daraja;

import io.hakika.domain.QueryClass;
import io.hakika.domain.value.FailureCategory;

/**
 * A result code of Daraja's and what it is worth.
 *
 * @param code as Daraja spells it; may hold letters
 * @param says what the code is worth in the answer to a query; in a callback any code but 0 and
 *     4999 is a failure
 * @param category what a failure means to a shop; of no meaning for a success
 * @param meaning what it means, for the merchant
 * @param advice what to tell the customer
 */
public record ResultCode(
    String code, QueryClass says, FailureCategory category, String meaning, String advice) {}
