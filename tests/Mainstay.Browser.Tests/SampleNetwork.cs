using Mainstay.Capture;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Tests;

/// <summary>People who are hard on a page: long names, other scripts, forty labels, nothing at all.</summary>
internal static class SampleNetwork
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Fills Ada's network; the answer is whose page has most on it, and whose has nothing.</summary>
    public static async Task<(Guid Full, Guid Empty)> Fill(TestHouse house)
    {
        var howard = await Add(house, new() { Name = "Howard Aiken", Roles = [new("colleague")] }, "Harvard", Layer.Extended, 40, TouchKind.Mail);
        var grace = await Add(house, Grace(howard), "US Navy", Layer.Close, 63, TouchKind.Call);
        await house.Store.RecordMany(Enumerable.Range(2, 40).Select(i => new NewTouch
        {
            People = i % 5 == 0 ? [grace, howard] : [grace],
            On = house.Today.AddDays(-63 - i * 33),
            Kind = (TouchKind)(i % 5),
            Direction = (Direction)(i % 3),
            Minutes = i % 2 == 0 ? i * 5 : null,
            Note = i % 3 == 0 ? "Pricing of the Lisbon pilot: charge for the second seat, and say so on the first page." : null,
        }), house.Today, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "The results of the pilot", PersonId = grace, DueOn = house.Today.AddDays(-2) }, house.Clock, Stop);
        await Add(house, new() { Name = "山田 花子", PhoneticFamilyName = "やまだ", Roles = [new("peer")], Dates = [new("birthday", 1988, 5, 1)] }, "東京大学 情報理工学系研究科", Layer.Close, 35, TouchKind.Video);
        await Add(house, new() { Name = "محمد بن عبد الله آل سعود", Roles = [new("advisor")], Notes = "التقينا في دبي" }, "جامعة الملك عبد العزيز", Layer.Core, 12, TouchKind.Meeting);
        await Add(house, new() { Name = "Wolfeschlegelsteinhausenbergerdorff-Leutheusser-Schnarrenberger, Hubert Blaine", Roles = [new("partner"), new("mentor"), new("friend")] }, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", Layer.Core, 20, TouchKind.Message);
        await Add(house, new() { Name = "Katherine Johnson", Roles = [new("coach")] }, "NASA", Layer.None, 3, TouchKind.Meeting);
        await Add(house, new() { Name = "Иван Петров", Roles = [new("mentor")] }, null, Layer.None, 15, TouchKind.Call);
        await Add(house, new() { Name = "Zoë Ångström", Roles = [new("friend")] }, "Uppsala", Layer.Wider, 400, TouchKind.Mail);
        for (var i = 0; i < 60; i++) await house.Store.AddPerson(new() { Name = $"Visitor {i:00} of the old address book", Emails = [new($"contact{i}@example.org")] }, house.Clock, Stop);
        return (grace, (await house.Store.AddPerson(new() { Name = "nobody@example.org" }, house.Clock, Stop)).Id);
    }

    /// <summary>Needs that are covered in every way and in none; the answer is one with much on its page.</summary>
    public static async Task<Guid> NeedSomething(TestHouse house, Guid grace)
    {
        await house.Store.AddGoal(new("Twenty paying clinics in Iberia and a page about each of them", new(2026, 12, 31)), house.Clock, Stop);
        await house.Store.ReachGoal((await house.Store.AddGoal(new("A first customer"), house.Clock, Stop)).Id, house.Today, Stop);
        await house.Store.AddOffer(new("A page of feedback", "founders in their first year"), house.Clock, Stop);
        var needs = new List<Guid>();
        foreach (var (kind, topic) in ((SupportKind, string)[])[(SupportKind.Guidance, "Compilers"), (SupportKind.Emotional, "Someone to talk to when it gets hard and nobody else is awake"), (SupportKind.Knowledge, "Rechtsschutzversicherungsgesellschaften"), (SupportKind.Accountability, "Zehn Anrufe"), (SupportKind.Opportunities, "東京の病院"), (SupportKind.Collaboration, "Design"), (SupportKind.Encouragement, "Somebody who believes in me"), (SupportKind.Community, "مؤسسون")])
            needs.Add((await house.Store.AddNeed(new() { Kind = kind, Topic = topic, Importance = 1 + needs.Count % 5, NeededBy = needs.Count % 2 == 0 ? new(2026, 9, 1) : null }, house.Clock, Stop)).Id);
        await house.Store.SaySupport(needs[0], grace, Ability.Excellent, house.Today, Stop);
        await house.Store.Agree(needs[0], grace, new(new(2026, 12, 31), "Half an hour, four times a year"), house.Today, Stop);
        await house.Store.SaySupport(needs[3], grace, Ability.None, house.Today, Stop);
        return needs[0];
    }

    /// <summary>What was jotted down without a network and waits; the answer is a line beside which others wait.</summary>
    public static async Task<Guid> JotDown(TestHouse house)
    {
        async Task<Guid> Line(string line) => (await house.Store.Jot(new() { Id = Guid.CreateVersion7(), Line = line }, house.Today, house.Clock, Stop)).Id;
        await Line("coffee with محمد بن عبد الله آل سعود about the clinics in Dubai, he knows somebody who signs");
        return await Line("called Grace Hopper for 20 minutes about pricing, promised to send the deck by Friday");
    }

    private static PersonDetails Grace(Guid howard) => new()
    {
        Name = "Grace Hopper",
        GivenName = "Grace",
        FamilyName = "Hopper",
        Nickname = "Amazing Grace",
        Pronouns = "she/her",
        TimeZone = "America/New_York",
        MetOn = "2024-03",
        MetWhere = "a compiler conference",
        MetThroughId = howard,
        HowMet = "She handed out nanoseconds after the keynote",
        Emails = [new("grace@navy.example", "work"), new("grace.brewster.murray.hopper@a-very-long-host-name.example.org", "home")],
        Phones = [new("+1 202 555 0100", "mobile")],
        Links = [new("https://example.org/people/grace-hopper/talks/nanoseconds", "talks")],
        Addresses = [new("home", "1 Harbor Way", "Arlington", "22201", "USA")],
        Dates = [new("birthday", null, 12, 9), new("anniversary", 1930, 6, 15)],
        Languages = ["English", "Deutsch"],
        Topics = ["compilers", "standards", "the navy"],
        Labels = [.. Enumerable.Range(1, 40).Select(i => i % 7 == 0 ? $"a rather long label number {i}" : $"label {i}")],
        Roles = [new("mentor", new DateOnly(2024, 3, 1)), new("advisor")],
        Relations = [new("spouse", "Vincent Hopper")],
        Fields = [new("USS Hopper", "Ship")],
        Notes = "**Charge** for the second seat.\n\n- asks before she advises\n- dislikes *“we have always done it this way”*",
    };

    private static async Task<Guid> Add(TestHouse house, PersonDetails details, string? organization, Layer layer, int days, TouchKind kind)
    {
        var id = (await house.Store.AddPerson(details, house.Clock, Stop)).Id;
        if (organization is not null) await house.Store.SetAffiliations(id, [new(organization, "Head of everything")], house.Clock, Stop);
        if (layer != Layer.None) await house.Store.SetLayer(id, layer, Stop);
        await house.Store.Record(new() { People = [id], On = house.Today.AddDays(-days), Kind = kind }, house.Today, house.Clock, Stop);
        return id;
    }
}
