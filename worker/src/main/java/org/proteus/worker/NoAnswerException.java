package org.proteus.worker;

/** A message was sent, but the time in which its answer could matter is over. */
final class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    NoAnswerException(Throwable cause) {
        super("no answer from the coordinator", cause);
    }
}
