/** Who may use the server: OAuth 2.1 access tokens, checked by what the application supplies. */
package io.github.mcpmigrate.compat.authorization;
