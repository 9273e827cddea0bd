/** The routes over real HTTP: only the driving ports behind them are mocks. */
@NullMarked
package io.hakika.adapter.http.javalin;

import org.jspecify.annotations.NullMarked;
