package org.proteus.foundation.model.job;

import java.util.Locale;

/**
 * An amount of money.
 *
 * @param amount how much; at least 0 and finite
 * @param currency its currency, a word such as {@code EUR}; empty when nobody named one
 */
public record Money(double amount, String currency) {

    /**
     * @throws IllegalArgumentException if the amount is out of range
     */
    public Money {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException("money must be >= 0 and finite, found " + amount);
        }
    }

    /** Reads a form such as {@code 0.12} or {@code 0.12 EUR}. */
    public static Money parse(String text) {
        String[] words = text.strip().split("\\s+", 2);
        return new Money(Double.parseDouble(words[0]), words.length > 1 ? words[1] : "");
    }

    /** Returns so many times as much. */
    public Money times(double factor) {
        return new Money(amount * factor, currency);
    }

    /**
     * Returns both together.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "'%s' and '%s' cannot be added".formatted(currency, other.currency));
        }
        return new Money(amount + other.amount, currency);
    }

    /** Returns a form for people, such as {@code 1.25 EUR}. */
    public String text() {
        return String.format(Locale.ROOT, amount < 1 ? "%.4f" : "%.2f", amount)
                + (currency.isEmpty() ? "" : " " + currency);
    }
}
