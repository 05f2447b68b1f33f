using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Entrance;

/// <summary>Who has an account, as a table or for a program.</summary>
internal static class UserReport
{
    public static void Show(Paper paper, IReadOnlyList<KnownAccount> accounts, TimeZoneInfo zone)
    {
        if (paper.AsJson) paper.Write(accounts.Select(Shape));
        else if (accounts.Count == 0) paper.Line(Speech.Say("Entrance.NobodyYet"));
        else paper.Console.Write(Table(accounts, zone));
    }

    /// <summary>By whom at a provider an account is let in.</summary>
    public static void Show(Paper paper, Account account, IReadOnlyList<ProviderConnection> connections)
    {
        if (paper.AsJson) paper.Write(connections.Select(Shape));
        else if (connections.Count == 0) paper.Line(Speech.Say("Accounts.NoConnections", account.Name));
        foreach (var connection in paper.AsJson ? [] : connections) paper.Line($"{connection.Name}  {connection.Issuer}");
    }

    private static object Shape(ProviderConnection c) => new { c.Issuer, c.Name, c.CreatedAt, c.LastUsedAt };

    private static object Shape(KnownAccount known) => new
    {
        known.Account.Id,
        known.Account.Name,
        known.Account.Mail,
        known.Account.Locale,
        known.Account.CreatedAt,
        ClosedAt = known.Account.DisabledAt,
        HasPassword = known.Account.PasswordHash is not null,
        known.HasSecondFactor,
        Connections = known.Connections.Select(Shape),
        known.LastSeenAt,
        Spaces = known.Spaces.Select(s => new { s.Id, s.Name, s.Role }),
    };

    private static Table Table(IReadOnlyList<KnownAccount> accounts, TimeZoneInfo zone)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "", "", "");
        foreach (var known in accounts)
            table.AddRow(new Text(known.Account.Name), new Text(known.Account.Mail), new Text(known.HasSecondFactor ? Speech.Say("Entrance.WithFactor", State(known, zone)) : State(known, zone)), new Text(string.Join(", ", known.Spaces.Select(s => $"{(s is { Role: not SpaceRole.Owner, Owner: { } owner } ? Speech.Say("Web.NetworkOf", owner) : s.Name)} ({Speech.Say("Accounts.Role" + s.Role)})"))));
        return table;
    }

    private static string State(KnownAccount known, TimeZoneInfo zone) => known switch
    {
        { Account.DisabledAt: not null } => Speech.Say("Entrance.IsClosed"),
        { LastSeenAt: { } seen } => Speech.Say("Entrance.LastSeen", TimeZoneInfo.ConvertTimeFromUtc(seen, zone).ToString("g", CultureInfo.CurrentCulture)),
        _ => Speech.Say("Entrance.NotSeen"),
    };
}
