using System.Text.RegularExpressions;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Accounts;

/// <summary>What somebody says of themselves when an account is made.</summary>
public sealed record NewAccount
{
    public required string Name { get; init; }

    public required string Mail { get; init; }

    /// <summary>Null when they choose one later, by a link, or are let in by a provider.</summary>
    public string? Password { get; init; }

    /// <summary>Who they are at a provider that lets them in from now on, if any.</summary>
    public ProvedElsewhere? By { get; init; }

    /// <summary>The passkey that lets them in from now on, if any.</summary>
    public MadePasskey? Passkey { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>The language of whoever makes it when null.</summary>
    public string? Locale { get; init; }

    public Problems Check()
    {
        var problems = new Problems().Name(Name).Mail(Mail);
        if (TimeZone is not null) problems.Zone(TimeZone);
        if (Locale is not null) problems.Locale(Locale);
        if (Password is not null && PasswordRules.Of(Password, Mail, Name) is { } reason) problems.Add("password", reason.Key, [.. reason.Inputs]);
        return problems;
    }
}

/// <summary>A passkey that a device made for an account that is about to be.</summary>
/// <param name="Account">The account that the device knows it by.</param>
/// <param name="Info">Its public half.</param>
/// <param name="Name">What it is called.</param>
public sealed record MadePasskey(Guid Account, Microsoft.AspNetCore.Identity.UserPasskeyInfo Info, string Name);

/// <summary>What is wrong with the parts of an account.</summary>
internal static partial class AccountCheck
{
    public static Problems Name(this Problems problems, string name) => problems
        .When(Texts.FilledLine(name) is null, "name", "Accounts.NameMissing")
        .When(name.Length > Account.LongestName, "name", "Accounts.NameLong", Account.LongestName);

    public static Problems Mail(this Problems problems, string mail) =>
        problems.When(mail.Length > Account.LongestMail || MailNormalizer.MailNormal(mail) is null, "mail", "Accounts.NotAMail");

    public static Problems Zone(this Problems problems, string zone) => problems.When(!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "timeZone", "Accounts.NotAZone");

    /// <summary>A language that is spoken here, with any region: de, de-AT, en-GB.</summary>
    public static Problems Locale(this Problems problems, string locale) =>
        problems.When(!Languages.All.Contains(locale.Split('-')[0]) || !Regional().IsMatch(locale), "locale", "Accounts.NotALocale");

    [GeneratedRegex("^[a-z]{2}(-[A-Z]{2})?$")]
    private static partial Regex Regional();

    public static string Kept(this string text) => KeepableText.Of(Texts.OneLine(text).Trim());
}
