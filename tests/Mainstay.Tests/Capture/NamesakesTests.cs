using System.Net;
using Mainstay.Capture;
using Mainstay.Gatherings;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Capture;

/// <summary>People of one name are told apart wherever it is to be said who is meant.</summary>
public class NamesakesTests
{
    [Theory, OnBoth]
    public async Task A_command_tells_them_apart_and_says_how_one_is_chosen(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (atAcme, byMail, third) = await Three(house);
        await (await house.Bob()).AddPerson(new() { Name = "Ana Silva" }, house.Clock, Stop);

        var dry = (await house.Type("capture", "coffee with Ana", "--dry-run")).Fine();
        var asked = await house.Type("capture", "coffee with Ana");

        Assert.Equal(2, asked.Code);
        foreach (var told in (string[])[dry.Error, asked.Error])
        {
            Assert.Contains($"Say who “Ana” is:\n  --is 'Ana={atAcme}'  Ana Silva (Acme)\n", OneEnding(told), StringComparison.Ordinal);
            Assert.Contains($"  --is 'Ana={byMail}'  Ana Silva (ana@example.org)\n", OneEnding(told), StringComparison.Ordinal);
            Assert.Contains($"  --is 'Ana={third}'  Ana Silva (…{third.ToString("N")[^6..]})\n", OneEnding(told), StringComparison.Ordinal);
            Assert.Contains("  --is 'Ana=new'  Somebody new: Ana", told, StringComparison.Ordinal);
            Assert.Equal(4, told.Split("--is 'Ana=").Length - 1);
        }
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));

        (await house.Type("capture", "coffee with Ana", "--is", $"Ana={byMail}")).Fine();

        Assert.Single(await house.Again().TouchesOf(byMail, Stop));
        Assert.DoesNotContain("--is", (await house.Type("capture", "coffee with Ana", "--is", $"Ana={third}")).Fine().Error, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Pages_and_programs_tell_them_apart(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (atAcme, byMail, _) = await Three(house);
        var at = await house.Store.AddGathering(new() { Name = "Health fair", On = house.Today }, house.Clock, Stop);
        await house.Store.Jot(new() { Id = Guid.CreateVersion7(), GatheringId = at.Id, Who = "Ana" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Post("/capture", "/capture", ("line", "coffee with Ana yesterday"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        var met = WebUtility.HtmlDecode(await site.Page("/capture/jotted"));
        var read = (await site.Hand("/api/capture/reading", new { Line = "coffee with Ana" })).Fine();

        foreach (var shown in (string[])[page, met])
            foreach (var label in (string[])["Ana Silva (Acme)", "Ana Silva (ana@example.org)"]) Assert.Contains(label, shown, StringComparison.Ordinal);
        var whys = read["unclear"][0].GetProperty("candidates").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetGuid(), c => c.GetProperty("why").GetString());
        Assert.Equal(("“Ana” is a part of the name; Acme", "“Ana” is a part of the name; ana@example.org"), (whys[atAcme], whys[byMail]));
    }

    [Theory, OnBoth]
    public async Task Who_has_a_name_of_their_own_is_called_by_it_alone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var hopper = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@example.org")] });
        await house.Know("Grace Kelly");

        var asked = await house.Type("capture", "coffee with Grace");

        Assert.Contains($"  --is 'Grace={hopper}'  Grace Hopper\n", OneEnding(asked.Error), StringComparison.Ordinal);
        Assert.DoesNotContain("grace@example.org", asked.Error, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_was_noted_offline_is_chosen_for_in_the_same_way_and_an_unknown_id_is_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (_, byMail, _) = await Three(house);
        var id = Guid.CreateVersion7();
        await house.Store.Jot(new() { Id = id, Line = "called Ana" }, house.Today, house.Clock, Stop);

        var asked = await house.Type("jotted", "keep", id.ToString());
        var unknown = await house.Type("jotted", "keep", "zzzzzz");

        Assert.Contains($"  --is 'Ana={byMail}'  Ana Silva (ana@example.org)\n", OneEnding(asked.Error), StringComparison.Ordinal);
        Assert.NotEqual(0, unknown.Code);
        Assert.Contains("Nothing noted offline has an id that ends with “zzzzzz”.", unknown.Error, StringComparison.Ordinal);
        (await house.Type("jotted", "keep", id.ToString(), "--is", $"Ana={byMail}")).Fine();
        Assert.Single(await house.Again().TouchesOf(byMail, Stop));
    }

    /// <summary>Three of one name: one who works somewhere, one with an address, and one of whom nothing is known.</summary>
    private static async Task<(Guid AtAcme, Guid ByMail, Guid Third)> Three(TestHouse house)
    {
        var (atAcme, byMail, third) = (await house.Know("Ana Silva"), await house.Know("Ana Silva", p => p with { Emails = [new("ana@example.org")] }), await house.Know("Ana Silva"));
        await house.Store.SetAffiliations(atAcme, [new("Acme")], house.Clock, Stop);
        return (atAcme, byMail, third);
    }

    private static string OneEnding(string text) => text.ReplaceLineEndings("\n");
}
