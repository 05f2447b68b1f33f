namespace Mainstay.Cli;

/// <summary>What somebody called something, as one word of a command that is shown to be pasted.</summary>
public static class ShellWord
{
    /// <summary>In single quotes, within which a shell reads nothing but their end.</summary>
    public static string Of(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
