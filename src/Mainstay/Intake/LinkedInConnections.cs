using System.Globalization;
using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;
using static Mainstay.Intake.LinkedInHeaders;

namespace Mainstay.Intake;

/// <summary>LinkedIn's Connections.csv. The day of the connection is when we met, not a touch.</summary>
public sealed class LinkedInConnections : TableKind
{
    public override string Format => "linkedInConnections";

    public override string Source => "linkedin";

    public override bool Fits(CsvHeader header) => HasAll(header, FirstName, LastName, ConnectedOn) && (HasAll(header, Company) || HasAll(header, Url) || HasAll(header, Email));

    protected override Incoming Read(TableRow row, ReadingContext context)
    {
        var (given, family, url) = (row[FirstName], row[LastName], row[Url]);
        var connected = row[ConnectedOn];
        if (given is null && family is null && url is null) return new Unusable(row.Line, new(connected is null ? "Intake.RowEmpty" : "Intake.RowOnlyADate", connected));
        var leftOut = new Problems();
        var met = Date("met", connected, leftOut);
        var details = new PersonDetails
        {
            Name = given is null && family is null ? LinkedInNames.OfProfile(url!) : $"{given} {family}".Trim(),
            GivenName = given,
            FamilyName = family,
            Emails = row[Email] is { } email ? [new(email)] : [],
            Links = url is null ? [] : [new(url, "LinkedIn")],
            HowMet = "LinkedIn",
            MetOn = met is { Year: not null } day ? new PartialDate(day.Year, day.Month, day.Day).ToString() : null,
        };
        AffiliationDetails place = new(row[Company], row[Position]);
        details = details with { Fields = row.LeftOver() };
        if (Person(row, details, leftOut) is not IncomingPerson person) return new Unusable(row.Line, new("Intake.RowNamesNobody"));
        return person with
        {
            Affiliations = place is { Organization: null, Title: null } ? [] : [place],
            // Without a profile: name and day are the only things that stay the same when somebody changes their job.
            Identity = Profile(url) ?? (connected is null ? null : string.Create(CultureInfo.InvariantCulture, $"{PersonNames.Key($"{given} {family}")} {details.MetOn ?? connected}")),
        };
    }
}

internal static class LinkedInNames
{
    /// <summary>The readable part of a profile's address, where LinkedIn gives no name.</summary>
    public static string OfProfile(string url) => Uri.UnescapeDataString(url.TrimEnd('/').Split('/')[^1]);
}
