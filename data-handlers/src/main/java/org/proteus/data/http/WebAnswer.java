package org.proteus.data.http;

import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * What a server says of a URL.
 *
 * @param uri URL after redirects
 */
record WebAnswer(URI uri, HttpHeaders headers) {}
