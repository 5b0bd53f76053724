package org.proteus.coordinator.server.work;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Says that an endpoint is for workers, who must show a token. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface WorkersOnly {}
