using Mainstay.Accounts;
using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Mainstay.Tests.Sharing;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Introductions.IntroductionMailTests;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>What is said of a step whose letter reached nobody, and of what cannot be sent or is removed.</summary>
public class IntroductionUnreachedTests
{
    private const string Unreached = "Your message did not reach grace@navy.example. Send it again from here, or send it yourself.";

    [Theory, OnBoth]
    public async Task Every_door_says_that_it_reached_nobody_and_what_to_do_and_only_the_owner_is_told(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);
        await Became(house, LetterState.Sent); // the site would find that it has no mail server
        await using var site = await TestSite.Open(house);
        var sent = await site.Page($"/introductions/{it}");
        await Became(house, LetterState.Failed, "Mail.WhyRefused", "550 5.1.1 No such user");
        var (_, bob) = await SharingPageTests.LetIn(house, site, SpaceRole.Member);
        await using var here = bob;

        var (page, list, his) = (await site.Page($"/introductions/{it}"), await site.Page("/introductions"), await bob.Page($"/introductions/{it}"));
        var told = (await site.Ask($"/api/introductions/{it}")).Fine();
        var typed = (await house.Type("introduce", "show", it.ToString())).Fine().Out;
        await Became(house, LetterState.Sent);
        var after = await site.Page($"/introductions/{it}");

        Assert.All((string[])[page, list, OneLine(typed), told["sentence"].GetString()!], said => Assert.Contains(Unreached, said, StringComparison.Ordinal));
        Assert.All((string[])[sent, after, his], said => Assert.DoesNotContain("did not reach", said, StringComparison.Ordinal));
        Assert.All((string[])[sent, after], said => Assert.Contains("There is nothing to do but wait.", said, StringComparison.Ordinal));
        Assert.DoesNotContain("There is nothing to do but wait.", page, StringComparison.Ordinal);
        Assert.All((string[])[page, OneLine(typed)], said => Assert.Contains("The mail server refused it: 550 5.1.1 No such user", said, StringComparison.Ordinal));
        Assert.All((string[])[page, typed], said => Assert.DoesNotContain("may not have come through", said, StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task A_first_word_that_came_back_stands_there_to_be_sent_another_way(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var it = await house.Opened("alan@bletchley.example");
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);
        await Became(house, LetterState.Sent);
        await using var site = await TestSite.Open(house);
        var sent = await site.Page($"/introductions/{it}");
        await Became(house, LetterState.CameBack, "Mail.WhyCameBack", "alan@bletchley.example");

        var page = await site.Page($"/introductions/{it}");

        Assert.DoesNotContain("told me that you would like to meet", sent, StringComparison.Ordinal);
        Assert.Contains("Your message did not reach alan@bletchley.example. Send it yourself, another way.", page, StringComparison.Ordinal);
        Assert.Contains("told me that you would like to meet", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_an_archive_brought_along_may_have_been_sent_from_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);
        await Became(house, LetterState.Held, Letter.FromArchive);
        var brought = (await house.Again().IntroductionOf(it, Stop)).Unreached;
        await Became(house, LetterState.Held, "Mail.WhyNotSetUp");

        Assert.Empty(brought);
        Assert.Equal("grace@navy.example", Assert.Single((await house.Again().IntroductionOf(it, Stop)).Unreached).To);
    }

    [Theory, OnBoth]
    public async Task Without_an_account_nothing_is_sent_that_nobody_could_answer(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        house.Variables["MAINSTAY_SMTP"] = "localhost:9";
        house.Variables["MAINSTAY_MAIL_FROM"] = "post@mainstay.example";
        house.Variables["MAINSTAY_ADDRESS"] = "https://mainstay.example";
        var (grace, alan) = (await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] }), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "How he hires." }, house.Today, house.Clock, Stop);

        var refused = await house.Type("introduce", "send", it.Id.ToString());
        var letters = await house.Again().Letters.CountAsync(Stop);
        await house.AdasAccount();
        (await house.Type("introduce", "send", it.Id.ToString())).Fine();

        Assert.Equal((1, 0), (refused.Code, letters));
        Assert.Contains("Set up an account here first", refused.Error, StringComparison.Ordinal);
        var letter = await house.Again().Letters.SingleAsync(Stop);
        Assert.Equal(("Ada Lovelace", "ada@example.org"), (letter.FromName, letter.ReplyTo));
    }

    [Theory, OnBoth]
    public async Task It_is_an_introduction_that_is_removed_and_one_that_is_to_be_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (one, other) = (await Asked(house), await Asked(house, "grace@yale.example"));
        await using var site = await TestSite.Open(house);

        var unnamed = await house.Type("introduce", "show", "");
        var removed = (await house.Type("introduce", "remove", one.ToString())).Fine();
        using var gone = await site.Post($"/introductions/{other}", $"/introductions/{other}/remove");

        Assert.Equal((2, "Say which introduction: write the end of the id that the list shows.\n"), (unnamed.Code, unnamed.Error));
        Assert.StartsWith("The introduction is removed. ", removed.Out, StringComparison.Ordinal);
        Assert.Contains("said=Introductions.SaidRemoved", gone.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static Task<int> Became(TestHouse house, LetterState state, string? why = null, string? answer = null) => house.Again().Letters.ExecuteUpdateAsync(set => set
        .SetProperty(l => l.State, state).SetProperty(l => l.Failure, why).SetProperty(l => l.Answer, answer), Stop);

    /// <summary>As it is read, wherever the terminal breaks it.</summary>
    private static string OneLine(string typed) => string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
