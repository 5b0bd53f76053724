package org.proteus.foundation.server.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Says that an endpoint is for operators, who must show a token. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface OperatorsOnly {}
