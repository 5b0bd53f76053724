package org.proteus.foundation.model.job;

import java.util.Objects;

/**
 * Where a job tells that it has ended.
 *
 * @param url address that is posted to
 * @param secret what the message is signed with; empty where it is not shown
 */
public record Webhook(String url, String secret) {

    public Webhook {
        Objects.requireNonNull(url, "webhook.url is missing");
        Objects.requireNonNull(secret, "webhook.secret is missing");
    }

    /** Returns the same address without the secret. */
    public Webhook withoutSecret() {
        return new Webhook(url, "");
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "Webhook[url=" + url + "]";
    }
}
