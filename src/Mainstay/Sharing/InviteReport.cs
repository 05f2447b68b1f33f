using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Web;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Sharing;

/// <summary>The invitations that let somebody in, as a table or for a program.</summary>
internal static class InviteReport
{
    /// <summary>So much of an id names it at the command line.</summary>
    private const int EndShown = 12;

    public static void Show(Paper paper, IReadOnlyList<InvitationLine> lines, DateOnly today)
    {
        if (paper.AsJson) paper.Write(lines.Select(l => new { l.It.Id, l.It.SpaceId, l.Network, l.Owner, Role = l.It.SpaceId is null ? (SpaceRole?)null : l.It.Role, l.It.Mail, l.It.Uses, l.It.MostUses, l.It.CreatedAt, l.It.ExpiresAt }));
        else if (lines.Count == 0) paper.Line(Speech.Say("Sharing.NoneOpen"));
        else paper.Console.Write(Table(lines, today));
    }

    private static Table Table(IReadOnlyList<InvitationLine> lines, DateOnly today)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "", "", "");
        foreach (var line in lines)
            table.AddRow(new Text(line.It.Id.ToString()[^EndShown..]), new Text(InvitationWords.What(line).InWords()), new Text(InvitationWords.Uses(line.It).InWords()), new Text(Speech.Say("Entrance.Ends") + " " + Near.Of(DateOnly.FromDateTime(line.It.ExpiresAt), today).InWords()));
        return table;
    }
}
