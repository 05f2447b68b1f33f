namespace Mainstay.Formats;

/// <summary>The three versions in use: vCard 2.1 (versit, 1996), 3.0 (RFC 2426), 4.0 (RFC 6350).</summary>
public enum VCardVersion
{
    V21 = 21,
    V30 = 30,
    V40 = 40,
}

internal static class VCardVersions
{
    public static string Text(this VCardVersion version) => version switch
    {
        VCardVersion.V21 => "2.1",
        VCardVersion.V30 => "3.0",
        _ => "4.0",
    };

    /// <summary>The version a card says, or the one its parameters look like when it says none or nonsense.</summary>
    public static VCardVersion Of(List<(ContentLine Line, VCard? Card)> lines, long number, List<FormatProblem> problems)
    {
        var said = lines.Find(line => line.Line.Is("VERSION")).Line;
        switch (said?.RawValue.Trim())
        {
            case "2.1": return VCardVersion.V21;
            case "3.0": return VCardVersion.V30;
            case "4.0": return VCardVersion.V40;
        }

        var version = LooksOld(lines) ? VCardVersion.V21 : said?.RawValue.Trim() is ['4' or '5', ..] ? VCardVersion.V40 : VCardVersion.V30;
        problems.Add(said is null
            ? FormatProblem.Note(number, FormatFault.CardWithoutVersion, version.Text())
            : FormatProblem.Note(said.Number, FormatFault.UnknownVersion, version.Text()) with { Column = said.ValueColumn });
        return version;
    }

    private static bool LooksOld(List<(ContentLine Line, VCard? Card)> lines) => lines.Exists(line =>
        line.Line.Parameters.Any(parameter => parameter.IsBare || (parameter.Is("ENCODING") && parameter.Value.Length > 1)));
}
