package org.proteus.graph.server.publishing;

import org.proteus.foundation.server.access.AccessToken;
import org.proteus.graph.publish.Publishing;

/**
 * Publishing over the faces of a service.
 *
 * @param publishing publishes and withdraws programs
 * @param operators what operators must show
 */
public record PublishingAccess(Publishing publishing, AccessToken operators) {}
