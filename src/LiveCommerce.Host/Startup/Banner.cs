namespace LiveCommerce.Host.Startup;

/// <summary>What somebody needs who has just started the host: where it is, as whom to sign in, and one request to paste.</summary>
static class Banner
{
    public static string Of(string url, HostSettings settings, Development? development) => development is null
        ? $"""
            LiveCommerce serves {url}
            Tokens come from {settings.Authority}; this host issues none.
            """
        : $"""
            LiveCommerce serves {url}
            The log lies in {settings.DataFolder}. Sign in as somebody of the sample season:

            {string.Join('\n', Persona.All.Select(persona => $"  {persona.Name,-16} {persona.Words}"))}

            Each one's token is in {development.Folder}/<name>.token, readable by you alone.
            Register a LIVE session (paste it as often as you like; Ctrl-C here stops everything):

            {FirstRequest.Of(url, Quoted(Development.TokenFile(development.Folder, Persona.All[0])))}
            """;

    // For bash, to whom a space ends a word.
    static string Quoted(string path) => $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
