package io.hakika.architecture.seeded.adapter.http.javalin.body;

/** What a form looks like. */
public record Form(String name) {}
