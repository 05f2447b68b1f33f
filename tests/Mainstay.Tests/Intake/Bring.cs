using System.Text;
using Mainstay.Intake;
using Mainstay.Organizations;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Intake;

/// <summary>Files written for a test, and what importing them does.</summary>
internal static class Bring
{
    public const string Connections = """
        Notes:
        "When exporting your connection data, you may notice that some of the email addresses are missing."

        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Grace,Hopper,https://www.linkedin.com/in/grace-example,,US Navy,Rear Admiral,05 Mar 2024
        Alan,Turing,https://www.linkedin.com/in/alan-example,alan@bletchley.example,"Bletchley, Park",,7-Feb-22
        ,,,,,,12 Jan 2023

        """;

    public const string Messages = """
        CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT
        c1,,Grace Hopper,https://www.linkedin.com/in/grace-example,Ada Lovelace,https://www.linkedin.com/in/ada-owns,2026-04-01 10:00:00 UTC,,"Hello, ""you""
        second line",INBOX,,No
        c1,,Grace Hopper,https://www.linkedin.com/in/grace-example,Ada Lovelace,https://www.linkedin.com/in/ada-owns,2026-04-01 09:00:00 UTC,,Are you there?,INBOX,,No
        c1,,Ada Lovelace,https://www.linkedin.com/in/ada-owns,Grace Hopper,https://www.linkedin.com/in/grace-example,2026-04-02 08:00:00 UTC,,Yes,INBOX,,No
        c2,,Katherine Johnson,https://www.linkedin.com/in/katherine-example,Ada Lovelace,https://www.linkedin.com/in/ada-owns,2026-04-03 08:00:00 UTC,,Orbit?,INBOX,,No
        c3,,LinkedIn Member,,Ada Lovelace,https://www.linkedin.com/in/ada-owns,2026-04-04 08:00:00 UTC,,Buy,INBOX,,No
        c2,,Ada Lovelace,https://www.linkedin.com/in/ada-owns,Katherine Johnson,https://www.linkedin.com/in/katherine-example,2026-04-05 08:00:00 UTC,,not yet sent,INBOX,,Yes

        """;

    public static string Card(string name, params string[] lines) => $"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:;{name};;;\r\n{string.Concat(lines.Select(l => l + "\r\n"))}END:VCARD\r\n";

    public static string File(this TestHouse house, string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(house.Settings.Data, name);
        System.IO.File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    public static string File(this TestHouse house, string name, byte[] bytes)
    {
        var path = Path.Combine(house.Settings.Data, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public static ImportWishes Wishes(this TestHouse house) => new(house.Today, house.Ada.Zone, house.Clock);

    /// <summary>Imports through the action, as every door does.</summary>
    public static async Task<ImportReport> Import(this TestHouse house, params string[] files) =>
        await house.Again().Import(FileSource.Open(files), house.Wishes(), TestContext.Current.CancellationToken);

    public static Task<ImportReport> ImportText(this TestHouse house, string text, string name = "file") => house.Import(house.File(name, text));

    public static async Task<(int Added, int Updated, int Unchanged, int Skipped)> Counts(this Task<ImportReport> importing)
    {
        var files = (await importing).Files;
        return (files.Sum(f => f.Added), files.Sum(f => f.Updated), files.Sum(f => f.Unchanged), files.Sum(f => f.Skipped));
    }

    public static async Task<PersonDetails> Details(this TestHouse house, string name)
    {
        var person = await house.Again().FindPerson(name, TestContext.Current.CancellationToken);
        return await house.Store.DetailsOf(person.Id, TestContext.Current.CancellationToken);
    }

    public static async Task<IReadOnlyList<AffiliationDetails>> Places(this TestHouse house, string name)
    {
        var person = await house.Again().FindPerson(name, TestContext.Current.CancellationToken);
        return (await house.Store.AffiliationsOf([person.Id], TestContext.Current.CancellationToken)).GetValueOrDefault(person.Id) ?? [];
    }

    public static Task<List<string>> Names(this TestHouse house) => house.Again().People.OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(TestContext.Current.CancellationToken);
}
