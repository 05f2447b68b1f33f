using System.Net;
using Mainstay.Gatherings;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

/// <summary>What something is called stands in one line, whichever door it comes through.</summary>
public class KeepableTextTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_something_is_called_is_kept_in_one_line_and_notes_keep_theirs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var person = await house.Store.AddPerson(new() { Name = "Zwei\r\nZeilen", Nickname = "Zw\tei", Labels = ["a\nb", "a b"], Topics = ["Preise\u2028Recht"], Roles = [new("Men\ntor")], Fields = [new("one\ntwo", "Fav\norite")], Notes = "one\ntwo" }, house.Clock, Stop);
        await house.Store.SetAffiliations(person.Id, [new("Erste\nFirma", "Chef\nKoch", "Abt\tA")], house.Clock, Stop);
        var organization = await house.Again().AddOrganization(new("Zweite\r\nFirma", "one\ntwo"), house.Clock, Stop);
        var gathering = await house.Again().AddGathering(new() { Name = "Health\nfounders", On = new(2026, 5, 4), Place = "Lis\nbon", Topics = "a,\nb", Note = "one\ntwo" }, house.Clock, Stop);
        var candidate = await house.Again().AddCandidate(new() { Name = "Annie\nEasley" }, house.Today, house.Clock, Stop);

        var details = await house.Again().DetailsOf(person.Id, Stop);
        Assert.Equal(("Zwei Zeilen", "Zw ei", "one\ntwo"), (details.Name, details.Nickname, details.Notes));
        Assert.Equal(["a b", "Preise Recht", "Men tor", "Fav orite", "one\ntwo"], (string[])[.. details.Labels, .. details.Topics, details.Roles[0].Name, details.Fields[0].Label!, details.Fields[0].Value]);
        var place = await house.Store.Affiliations.SingleAsync(Stop);
        Assert.Equal(("Chef Koch", "Abt A"), (place.Title, place.Department));
        Assert.Equal(["Erste Firma", "Zweite Firma"], await house.Store.Organizations.OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(Stop));
        Assert.Equal(("Zweite Firma", "one\ntwo"), (organization.Name, organization.Notes));
        Assert.Equal(("Health founders", "Lis bon", "a, b", "one\ntwo"), (gathering.Name, gathering.Place, gathering.Topics, gathering.Note));
        Assert.Equal("Annie Easley", (await house.Store.Candidates.SingleAsync(c => c.Id == candidate.Id, Stop)).Name);
        Assert.Empty(await (await house.Bob()).People.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Who_is_called_the_same_but_for_a_line_break_is_the_same_organization(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = (await house.Store.AddOrganization(new("Erste Firma"), house.Clock, Stop)).Id;

        Assert.Equal(id, await house.Again().OrganizationCalled("Erste\r\nFirma", house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Files_programs_and_commands_bring_one_line(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var card = Bring.Card("Drei\\nZeilen", "UID:drei", "NICKNAME:Dr\\nei", "ORG:Erste\\nFirma", "TITLE:Chef\\nKoch", "EXPERTISE:Preise\\nRecht");

        var sent = (await site.Hand("/api/people", """{"name":"Zwei\r\nZeilen"}""")).Is(HttpStatusCode.Created);
        var typed = (await house.Type("person", "add", "Eine\nZeile", "--json")).Fine().Json;
        (await site.Hand("/api/people", """{"name":"\r\n\u0001"}""")).Wrong("name");
        Assert.Equal((1, 0, 0, 0), await house.ImportText(card).Counts());
        Assert.Equal((0, 0, 1, 0), await house.ImportText(card, "again.vcf").Counts());

        Assert.Equal(("Zwei Zeilen", "Eine Zeile"), (sent["name"].GetString(), typed.GetProperty("name").GetString()));
        Assert.Equal(["Drei Zeilen", "Eine Zeile", "Zwei Zeilen"], await house.Again().People.OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(Stop));
        Assert.Equal(["Erste Firma"], await house.Store.Organizations.Select(o => o.Name).ToListAsync(Stop));
        Assert.Equal(["Chef Koch"], await house.Store.Affiliations.Select(a => a.Title).ToListAsync(Stop));
        Assert.Equal(["Preise Recht"], await house.Store.Tags.Where(t => t.Kind == TagKind.Topic).Select(t => t.Name).ToListAsync(Stop));
    }
}
