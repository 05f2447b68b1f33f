using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Web;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Entrance;

/// <summary>Keys, as a table or for a program. What they are is not known any more.</summary>
internal static class TokenReport
{
    private const int EndShown = 6;

    public static void Show(Paper paper, IReadOnlyList<ApiToken> tokens, DateOnly today)
    {
        if (paper.AsJson) paper.Write(tokens.Select(t => new { t.Id, t.Name, t.Scope, t.CreatedAt, t.ExpiresAt, t.LastUsedAt }));
        else if (tokens.Count == 0) paper.Line(Speech.Say("Entrance.NoTokens"));
        else paper.Console.Write(Table(tokens, today));
    }

    private static Table Table(IReadOnlyList<ApiToken> tokens, DateOnly today)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "", "", "", "");
        foreach (var token in tokens)
            table.AddRow(new Text(token.Id.ToString()[^EndShown..]), new Text(token.Name), new Text(Speech.Say("Entrance.Scope" + token.Scope)), new Text(Used(token, today)), new Text(Ends(token, today)));
        return table;
    }

    private static string Used(ApiToken token, DateOnly today) => token.LastUsedAt is { } used ? $"{Speech.Say("Entrance.UsedLast")} {Near.Of(DateOnly.FromDateTime(used), today).InWords()}" : Speech.Say("Entrance.NeverUsed");

    private static string Ends(ApiToken token, DateOnly today) => token.ExpiresAt is { } ends ? $"{Speech.Say("Entrance.Ends")} {Near.Of(DateOnly.FromDateTime(ends), today).InWords()}" : Speech.Say("Entrance.NeverEnds");
}
