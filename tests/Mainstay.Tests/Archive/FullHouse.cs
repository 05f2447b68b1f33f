using Mainstay.Accountability;
using Mainstay.Accounts;
using Mainstay.Board;
using Mainstay.Cards;
using Mainstay.Challenges;
using Mainstay.Exchange;
using Mainstay.Feedback;
using Mainstay.Capture;
using Mainstay.Calendars;
using Mainstay.Collaborations;
using Mainstay.Gatherings;
using Mainstay.Giving;
using Mainstay.Introductions;
using Mainstay.Learnings;
using Mainstay.Lists;
using Mainstay.Memberships;
using Mainstay.Merging;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Pulse;
using Mainstay.Reminders;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.SupportPlans;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Archive;

/// <summary>Something of everything, and all of it awkward.</summary>
internal static class FullHouse
{
    public static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Range(0, 70_000).Select(i => (byte)(i * 31))];

    public const string Card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:grace-1906\r\nN:Hopper;Grace;;;\r\nFN:Grace Hopper\r\nitem1.X-BREW;X-STRENGTH=strong:coffee\r\nEND:VCARD\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<(Person Grace, Person Katherine, Person Alan)> Fill(TestHouse house)
    {
        var store = house.Store;
        var katherine = await store.AddPerson(new() { Name = "Ḱatherine 👩🏽‍🚀 \u0001\u001b Johnson", Notes = string.Concat(Enumerable.Repeat("Long and “quoted” \\n, 数学 ✨\r\n", 5_000)) }, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromTicks(12_345_670));
        var grace = await store.AddPerson(Grace(katherine.Id), house.Clock, Stop);
        store.Add(new OriginalCard { Id = grace.Id, Uid = "grace-1906", Text = Card });
        var alan = await store.AddPerson(new() { Name = "=HYPERLINK(\"evil\")", Emails = [new("alan@example.org")] }, house.Clock, Stop);
        await store.SetAffiliations(grace.Id, [new("US Navy", "Rear admiral", "Ships", "1943", "1986-08"), new("Yale; \"math\", ☕"), new(null, "Gardener")], house.Clock, Stop);
        await Keep(house, [grace.Id, katherine.Id, alan.Id]);
        await store.SayApart(katherine.Id, alan.Id, house.Clock, Stop);
        await store.TrashPerson(alan.Id, house.Clock, Stop);
        await store.Spaces.Where(s => s.Id == store.SpaceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, "Pacific/Kiritimati").SetProperty(x => x.Name, "Ada’s 🕸"), Stop);
        return (grace, katherine, alan);
    }

    private static PersonDetails Grace(Guid katherine) => new()
    {
        Name = "Grace Hopper", GivenName = "Grace", MiddleNames = "Brewster", FamilyName = "Hopper", Nickname = "Amazing Grace", Prefix = "Dr.", PhoneticFamilyName = "ホッパー",
        Pronouns = "she/her", TimeZone = "America/New_York", HowMet = "at a talk", MetOn = "2024-03", MetWhere = "Philadelphia", MetThroughId = katherine,
        Emails = [new("grace@navy.example", "work"), new("Grace@Home.Example")], Phones = [new("+1 555 0199", "mobile")], Links = [new("https://grace.example/?a=1&b=2")], Chats = [new("@grace", "signal")],
        Addresses = [new("home", "1 Main St\nFloor 2", "Arlington", "22201", "USA") { PoBox = "7", Region = "VA", Extended = "c/o" }],
        Dates = [new("birthday", null, 12, 9), new("anniversary", 1930, 6, 15), new("graduation", 1934, null, null)],
        Labels = ["Navy", "compilers"], Topics = ["COBOL"], Languages = ["en", "日本語"], Roles = [new("mentor", new DateOnly(2024, 1, 1)), new("friend", null, new DateOnly(2025, 1, 1))],
        Relations = [new("spouse", "Vincent"), new("colleague", "Katherine", katherine)], Fields = [new("tea\twith\nmilk", "drink")],
        Photo = new("image/jpeg", Picture), Notes = "-- starts like a formula",
    };

    private static async Task KeepPlan(TestHouse house, Guid challenge, Guid[] people)
    {
        var (store, today, clock) = (house.Store, house.Today, house.Clock);
        await store.BeginSupportPlan(challenge, new("Danke,\ndass du “hilfst” ☕", new(2026, 6, 30)), today, clock, Stop);
        await store.InviteHelpers(challenge, people, today, Stop);
        var helper = (await store.SupportPlanThere(challenge, Stop)).Helpers.Single(h => h.It.PersonId == people[0]).It.Id;
        var task = await store.AddSupportTask(challenge, new("Kochen 🍲", new(2026, 5, 4), new(2026, 5, 6)), today, clock, Stop);
        await store.AddSupportTask(challenge, new("数学 mit den Kindern", new(2026, 5, 9)), today, clock, Stop);
        var link = (await store.OpenLink(await store.MakeSupportLink(helper, today, clock, Stop), clock, Stop)).Link;
        await store.TakeByLink(link, task, today, clock, Stop);
        await store.SetCoordinator(challenge, helper, Stop);
        await store.WriteUpdateByLink(link, (Guid.CreateVersion7(), "Wieder “zu Hause”\nzum Glück 🙂"), today, clock, Stop);
        await store.FinishSupportTask(task, today, Stop);
        await store.WriteSupportUpdate(challenge, "Von mir", today, clock, Stop);
    }

    private static async Task Keep(TestHouse house, Guid[] people)
    {
        var (store, today, clock) = (house.Store, house.Today, house.Clock);
        store.Add(new Tempo { WeeklyMinutes = 95, R = 1 / 3.0, Alpha = 2.5, A = 1e-9, B = 7, FittedOn = new(2026, 4, 1), InterceptShift = -0.1 });
        await store.SetLayer(people[0], Layer.Core, Stop);
        await store.SetCloseness(people[0], 5, Stop);
        await store.SetImportance(people[0], Layer.Close, Stop);
        await store.SetTrust(people[0], HowMuch.Much, Stop);
        await store.SetWilling(people[0], HowMuch.Somewhat, Stop);
        await store.SetStanding(people[0], HowMuch.Not, Stop);
        await store.SetCadence(people[1], 17, Stop);
        await store.Pause(people[1], new DateOnly(2026, 7, 1), today, Stop);
        await store.SayOver(people[2], today, Stop);
        await store.Snooze(people[0], new DateOnly(2026, 5, 9), today, Stop);
        await store.SetWeeklyMinutes(90, Stop);
        var both = await store.Record(new() { People = [people[0], people[1]], On = new(2026, 4, 1), Kind = TouchKind.Meeting, Minutes = 45, Note = "🍰 “cake”\u0007" }, today, clock, Stop);
        await store.Record(new() { People = [people[2]], On = new(1999, 12, 31), Kind = TouchKind.Mail, Direction = Direction.In }, today, clock, Stop);
        store.Add(new PromisedTask { Text = "introduce Cy", DueOn = new DateOnly(2026, 5, 20), PersonId = people[0], TouchId = both.Id, CreatedAt = clock.GetUtcNow().UtcDateTime });
        store.Add(new PromisedTask { Text = "forgotten", TouchId = Guid.CreateVersion7(), DoneOn = today, CreatedAt = clock.GetUtcNow().UtcDateTime });
        await store.SaveView("Those “near” ☕", PeopleWanted.OfText("q=a%26b&layer=core&label=k%C3%A4fer&sort=-touched"), clock, Stop);
        var goal = await store.AddGoal(new("Ten “paying” clinics 🏥", new(2026, 12, 31)), clock, Stop);
        await store.ReachGoal((await store.AddGoal(new("Reached"), clock, Stop)).Id, today, Stop);
        var need = await store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Preise für Kliniken", Importance = 5, GoalId = goal.Id, NeededBy = new(2026, 9, 1), IsSkill = true }, clock, Stop);
        await store.CloseNeed((await store.AddNeed(new() { Kind = SupportKind.Community, Topic = "数学" }, clock, Stop)).Id, today, Stop);
        await store.SaySupport(need.Id, people[0], Ability.Excellent, today, Stop);
        await store.Agree(need.Id, people[1], new(new(2026, 12, 31), "half an hour\nfour times"), today, Stop);
        await store.SaySupport(need.Id, people[2], Ability.None, today, Stop);
        var ask = await store.AddAsk(new() { PersonId = people[0], What = "Schau dir “das” an ☕\nbitte", HowLong = "20", InReturn = "数学", Weight = Weight.Heavy, NeedId = need.Id, Kind = SupportKind.Community, IsFirst = true, Scope = "Once", Until = new(2026, 12, 31), Message = "Dear [link]", Then = [people[1]] }, today, clock, Stop);
        await store.SayAnswer(ask.Id, new(AskReplyKind.NotNow, "Später 🙂", new(2026, 6, 1)), today, clock, Stop);
        var helped = await store.AddAsk(new() { PersonId = people[2], What = "Help", NeedId = need.Id }, today, clock, Stop);
        await store.SayAnswer(helped.Id, new(AskReplyKind.Yes), today, clock, Stop);
        await store.SayOutcome(helped.Id, Outcome.Helped, today, clock, Stop);
        await store.NoteFavour(new() { PersonId = people[2], Way = Way.Given, What = "数学\n☕", Weight = Weight.FiveMinute, Kind = SupportKind.Emotional, Topic = "“Preise”", NeedId = need.Id, On = new(2024, 2, 29) }, today, clock, Stop);
        await store.CloseWish((await store.AddWish(new(people[2], "Braucht 🙂 etwas", new(2026, 3, 1)), today, clock, Stop)).Id, today, Stop);
        await store.SayBecame((await store.AddOpportunity(new(people[0], "A “door”"), today, clock, Stop)).Id, OpportunityState.CameThrough, "Viel ✨", today, Stop);
        await store.AskForSeat((await store.AddSeat(new() { Function = SeatFunction.DomainExpert, Topic = "Steuern ✨" }, today, clock, Stop)).Id, new(people[1]) { TimesAYear = 4, Until = today.AddYears(1), Gives = "Ein „Essen“" }, today, clock, Stop);
        await store.AddSeat(new() { Function = SeatFunction.Sage, PersonId = people[2], Since = new(2024, 2, 29), Scope = "Une heure" }, today, clock, Stop);
        var advice = await store.NoteAdvice(new() { PersonId = people[0], Text = "Don’t\nwait", Question = "数学?", On = new(2026, 1, 2) }, today, clock, Stop);
        await store.Decide(advice.Id, "Go 🙂", today, Stop);
        (await store.SayResult(advice.Id, "Went", today, Stop)).ToldOn = today; // without the touch that telling is
        var learned = await store.NoteLearning(new() { Text = "Erst fragen,\ndann zeigen ✨", Topic = "数学", On = new(2024, 2, 29), Where = new(people[0], AdviceId: advice.Id) }, today, clock, Stop);
        await store.SayUsed(learned.Id, "Hat “geholfen” 🙂", today, clock, Stop);
        await store.RestLearning((await store.NoteLearning(new() { Text = "Von niemandem" }, today, clock, Stop)).Id, clock, Stop);
        var hard = await store.BeginChallenge(new("Der große Kunde ☕", "数学", new(2026, 8, 1)) { Narrative = new("Am “Freitag”\nkam es", "Schlecht", "Ruhe 🙂", "Viel", "Mehr") }, today, clock, Stop);
        await store.LockChallenge((await store.BeginChallenge(new("Verschlossen"), today, clock, Stop)).Id, "ein langes Passwort", Stop);
        await store.AskForHelp(hard.Id, HelpAs.Carry, new() { PersonId = people[1], What = "Magst du “zuhören”? 🙂" }, today, clock, Stop);
        store.Add(new ThanksDue { PersonId = people[0], Since = today });
        var challenge = await store.BeginChallenge(new("Der große Kunde ☕", "数学", new(2026, 8, 1)) { Narrative = new("Am “Freitag”\nkam es", "Schlecht", "Ruhe 🙂", "Viel", "Mehr") }, today, clock, Stop);
        await store.LockChallenge((await store.BeginChallenge(new("Verschlossen"), today, clock, Stop)).Id, "ein langes Passwort", Stop);
        await KeepPlan(house, challenge.Id, people);
        await store.SetCrisisCountry("PT", Stop);
        var asked = await store.AskFeedback(new() { About = "Mein Vortrag ☕", Questions = ["Was “behalten”?", "数学?"], DueOn = new(2026, 6, 1), People = [people[0], people[1]] }, today, clock, Stop);
        await store.NoteReply(asked.Id, people[0], new("Die Geschichten\nam Anfang", "Viel 🙂"), today, clock, Stop);
        await store.RespondToFeedback(asked.Id, "Weiter erzählen ✨", today, Stop);
        await store.SayFeedbackChanged(asked.Id, "Mehr Lachen", today, Stop);
        await store.WordFeedback((await store.AskFeedback(new() { About = "Unsigned", Questions = ["Why?"], IsAnonymous = true, People = [people[2]] }, today, clock, Stop)).Id, "Hallo [name]\n[link]", Stop);
        await store.SetFeedbackRhythm(3, today, Stop);
        var promised = await store.Commit(new() { Promise = new("Fünf „Angebote“ ☕\nbis Juni", today.AddDays(90), "数学", "Mit Preis 🙂"), FirstStep = "Liste", GoalId = (await store.Goals.FirstOrDefaultAsync(Stop))?.Id, WitnessId = people[0], CheckInOn = DayOfWeek.Sunday }, today, clock, Stop);
        await store.SayWitnessAnswer(promised.Id, true, today, clock, Stop);
        await store.ChangePromise(promised.Id, new(new("Vier „Angebote“", today.AddDays(100))) { FirstStep = "Liste", Because = "Zu viel ✨" }, today, clock, Stop);
        await store.PauseCommitment(promised.Id, new(today, today.AddDays(3)), today, clock, Stop);
        store.Add(new CheckIn { CommitmentId = promised.Id, For = today.AddDays(-1), Answer = Went.Partly, Sentence = "Zwei\nsind 🙂 fort", NextStep = "“Drei”", ReportedOn = today });
        store.Add(new WitnessWord { CommitmentId = promised.Id, PersonId = people[0], Text = "Weiter ✨", On = today, WrittenAt = clock.GetUtcNow().UtcDateTime });
        await store.EndCommitment((await store.Commit(new() { Promise = new("Vorbei", today.AddDays(1)) }, today, clock, Stop)).Id, new(CommitmentState.NotKept, "Nichts 🙂", "Weniger ist mehr"), today, clock, Stop);
        await store.KeepPulse(new() { Confidence = 0, Supported = 10, Note = "Müde,\naber gut 🙂", On = new(2024, 2, 29) }, today, clock, Stop);
        await store.SetPulsePlan(new(PulseEvery.Fortnight, DayOfWeek.Sunday), today, Stop);
        await store.PausePulse(today.AddDays(9), today, Stop);
        await store.NoteGift(new() { Kind = GiftKind.Talk, What = "Über\nPreise 🙂", ForWhom = "Eine Schule", Since = new(2024, 2, 29), Until = new(2024, 3, 1), Hours = 1.5, Became = "Fragen" }, today, clock, Stop);
        await store.NoteGift(new() { Kind = GiftKind.Mentoring, What = "Jeden Monat", PersonId = people[0], GoesOn = true }, today, clock, Stop);
        store.Add(new ReminderPlan { ByMail = true, Hour = 23, Weekdays = Weekdays.Monday | Weekdays.Sunday, Webhook = "https://ntfy.example/ada", LastOn = new(2026, 4, 30), LastAt = clock.GetUtcNow().UtcDateTime });
        await store.AddOffer(new("Feedback on one page", "founders"), clock, Stop);
        var places = await store.Organizations.OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(Stop);
        var joined = await store.AddMembership(new() { OrganizationId = places[0], Kind = MembershipKind.ProfessionalBody, ConsideredOn = new(2023, 12, 24), JoinedOn = new(2024, 2, 29), NeedIds = [need.Id], Role = "Kassenwart ☕", Benefits = "数学\n“Rabatt”", Dues = "12,50", Currency = "eur", Period = DuesPeriod.Monthly, RenewsOn = new(2024, 3, 31), Link = "https://navy.example/?a=1&b=2", HoursAMonth = 1.5, Note = "\u0007 …" }, today, clock, Stop);
        await store.RenewMembership(joined.Id, null, today, clock, Stop);
        await store.StayMember(joined.Id, today, clock, Stop);
        await store.LeaveMembership((await store.AddMembership(new() { OrganizationId = places[1], Kind = MembershipKind.Other, RenewsItself = true }, today, clock, Stop)).Id, today, today, clock, Stop);
        await store.QuietMembership((await store.AddMembership(new() { OrganizationId = places[1] }, today, clock, Stop)).Id, new(2026, 6, 1), Stop);
        var together = await store.AddCollaboration(new() { OrganizationId = places[0], Name = "Reihe „Zusammen“ ☕", Stage = CollaborationStage.Agreed, Since = new(2024, 2, 29), SharedGoal = "数学\n“Zehn”", WhatIGive = "Das Programm", WhatTheyGive = "Die Räume 🙂", Next = new("Entwurf", new(2026, 4, 1)), EndsOn = new(2027, 1, 1), Link = "https://zusammen.example/?a=1&b=2", Note = "Schlüssel\nfragen", People = [new(people[0], CollaborationSide.Theirs, "Räume ☕"), new(people[1], CollaborationSide.Mine)] }, today, clock, Stop);
        await store.StepDone(together.Id, new("Termine", new(2026, 6, 1)), today, clock, Stop);
        await store.QuietCollaboration(together.Id, new(2026, 6, 1), Stop);
        await store.AddCollaboration(new() { OrganizationId = places[1], Name = "Vorbei", Stage = CollaborationStage.LetGo, Outcome = "Nichts ✨" }, today, clock, Stop);
        store.Add(new Review { On = new(2026, 2, 1), Note = "Was “sich” änderte ☕\n数学", Coverage = 1 / 3.0, Needs = 4, CreatedAt = clock.GetUtcNow().UtcDateTime });
        store.Add(new Review { On = new(2024, 2, 29), CreatedAt = clock.GetUtcNow().UtcDateTime });
        var candidate = await store.AddCandidate(new() { Name = "Mária “数学” ☕", Headline = "Leitet", Organization = "Klinik & Co", Mail = "maria@example.org", Link = "https://maria.example/?a=1&b=2", Origin = Origin.Gathering, OriginText = "Design night", NeedId = need.Id, Topic = "Preise", Role = "mentor", Note = "Long\nnote 🙂", NextStep = "Schreiben", NextOn = new(2026, 6, 1) }, today, clock, Stop);
        await store.BeginDraft(new() { CandidateId = candidate.Id, Template = "firstWord" }, today, clock, Stop);
        var met = await store.AddCandidate(new() { PersonId = people[1] }, today, clock, Stop);
        met.Come(Stage.Replied, new(2024, 2, 29)); // without the touch that an answer is
        await store.LetRest(met.Id, new(2027, 1, 1), today, Stop);
        (await store.BeginDraft(new() { PersonId = people[0] }, today, clock, Stop)).SentOn = today; // without the touch that sending is
        await store.AddTemplate(new("Meine ☕", "An {Vorname}", "Hallo {Vorname},\n数学"), clock, Stop);
        await store.AddCard(new("Geldgeber ☕", new() { Name = "Ada “数学”", Pronouns = "sie", Headline = "Webt 🙂", Organization = "Klinik & Co", Mail = "ada@example.org", Phone = "+44 20 7946 0000", Links = ["https://ada.example/?a=1&b=2", "ada.example"], Pitch = "Eins.\nZwei.", Seeks = "A\nB", Offers = "数学" }), clock, Stop);
        await store.AddCard(new("Bare", new() { Name = "Ada" }), clock, Stop);
        var gathering = await store.AddGathering(new() { Name = "Nuit “数学” ☕", On = new(2026, 4, 29), From = new(22, 30), To = new(1, 15), Place = "Porto\n2", Address = "Rua 1", Link = "https://nuit.example/?a=1&b=2", Topics = "a, b", Note = "Long\nnote 🙂", State = GatheringState.Been, Goal = "Ziel", Ask = "Bitte", Offer = "Gabe", Pitch = "Wer ich bin", OrganizationId = places[0], Cost = "240 €", Hours = 1 / 3.0 }, clock, Stop);
        (gathering.AfterMonth, gathering.AfterYear, gathering.QuietUntil, gathering.SourceKey, gathering.SourceSaid) = ("Ein Pilot", "数学", new(2026, 6, 1), "uid/20260429T223000", "as it said");
        await store.AddGathering(new() { Name = "Whole days", On = new(2024, 2, 29), Until = new(2024, 3, 2), State = GatheringState.Not }, clock, Stop);
        await store.Expect(gathering.Id, [people[0], people[1]], Stop);
        await store.Choose(gathering.Id, people[0], true, "Den Tunnel", Stop);
        store.Add(new Encounter { GatheringId = gathering.Id, PersonId = people[1], On = new(2026, 4, 29), About = "Leitet ☕", Promised = "Deck", PromisedToMe = "Zwei Namen", TouchId = Guid.CreateVersion7(), IsNew = true, Triage = Triage.Introduce, TriageOn = new(2026, 4, 30), WriteBy = new(2026, 5, 1), NextStep = "Anruf", WroteOn = new(2026, 5, 1), SecondOn = new(2026, 6, 1), QuietUntil = new(2026, 6, 2), CreatedAt = clock.GetUtcNow().UtcDateTime }); // its touch was removed
        store.Add(new Jotting { At = clock.GetUtcNow().UtcDateTime, ArrivedAt = clock.GetUtcNow().UtcDateTime, Line = "coffee with “数学” ☕", Changes = "touch-0=1&touch-0-note=%E2%98%95" });
        store.Add(new Jotting { At = clock.GetUtcNow().UtcDateTime, ArrivedAt = clock.GetUtcNow().UtcDateTime, GatheringId = gathering.Id, Who = "Dana\nWu", About = "Leitet ☕", Promised = "Deck", PromisedToMe = "Zwei Namen" });
        store.Add(new Jotting { At = clock.GetUtcNow().UtcDateTime, ArrivedAt = clock.GetUtcNow().UtcDateTime, State = JottingState.Dropped });
        var calendar = await store.AddCalendar(new() { Name = "Treffen ☕", Address = "webcal://127.0.0.1/a.ics?token=数学&b=2", Topics = "Gründen, “a”", OrganizationId = places[1] }, clock, Stop);
        (calendar.ReadAt, calendar.WholeAt, calendar.Tag, calendar.ModifiedAt, calendar.Announces, calendar.News, calendar.IsCut, calendar.Unread) = (new(2026, 4, 30, 1, 2, 3, DateTimeKind.Utc), new(2026, 4, 29, 1, 2, 3, DateTimeKind.Utc), "W/\"1\"", "Fri, 01 May 2026 08:00:00 GMT", 200, 3, true, 2);
        calendar.UnreadWhere = UnreadParts.Write([new(7, 1, Formats.ProblemKind.Refusal, Formats.FormatFault.EventWithoutStart, []), new(9, 3, Formats.ProblemKind.Refusal, Formats.FormatFault.EventTooLong, [10_000]), new(11, 7, Formats.ProblemKind.Damage, Formats.FormatFault.RulePartNotUnderstood, ["FREQ"])], 3);
        (calendar.Failures, calendar.Trouble, calendar.TroubleStatus, calendar.TroubleSince) = (4, "Calendars.NotFound", 404, new(2026, 4, 30, 2, 0, 0, DateTimeKind.Utc));
        store.Add(new Announced
        {
            CalendarId = calendar.Id, Key = "uid ☕/1", Name = "Nuit “数学”", FirstDay = new(2026, 6, 1), LastDay = new(2026, 6, 2), StartsAt = new(2026, 6, 1, 20, 0, 0, DateTimeKind.Utc), EndsAt = new(2026, 6, 2, 1, 0, 0, DateTimeKind.Utc), Place = "Porto", Link = "https://nuit.example/?a=1&b=2", Topics = "a, b",
            Note = "Long\nnote", Who = "Grace <grace@example.org>\nAlan", IsCalledOff = true, IsAside = true, GoneOn = new(2026, 5, 1), News = AnnouncedNews.Moved, WasOn = new(2026, 5, 30), WasAt = new(2026, 5, 30, 20, 0, 0, DateTimeKind.Utc), WasPlace = "Lisboa", CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        await store.SetAttending(new(3, AttendingPer.Quarter) { Places = "Lisboa ☕, “online”", QuietUntil = new(2026, 6, 1) }, new(2026, 4, 30), Stop);
        store.Add(new Announced { CalendarId = calendar.Id, Key = "2", Name = "Fair", FirstDay = new(2028, 2, 29), LastDay = new(2028, 2, 29), CreatedAt = clock.GetUtcNow().UtcDateTime });
        await store.SayKnow(new() { PersonId = people[0], Others = [people[1]], Strength = 1 / 3.0 }, today, Stop);
        await store.SayStrangers(people[0], people[2], today, Stop);
        store.Add(new Introduction
        {
            ConnectorId = people[0], SecondId = people[1], Purpose = "Wie “sie” einstellt ☕", Blurb = "Long\nblurb 🙂", IsBlind = true, Contact = "ada@example.org", Message = "Hallo\n数学", AnswerBy = new(2026, 5, 8), SentOn = new(2026, 4, 1), AcceptedOn = new(2026, 4, 2),
            Word = "Mein Wort", AskedOn = new(2026, 4, 3), FirstAnswer = Consent.Yes, SecondAnswer = Consent.Yes, FirstUntil = new(2026, 6, 1), SecondUntil = new(2026, 6, 2), FirstReply = "Ja", SecondReply = "Gern", FirstContact = "+1 555", SecondContact = "=2+3", OpenedOn = new(2026, 4, 4),
            WroteOn = new(2026, 4, 5), FirstOutcome = MeetingOutcome.Met, SecondOutcome = MeetingOutcome.NotUseful, OutcomeOn = new(2026, 4, 20), Thanks = "Danke", ThankedOn = new(2026, 4, 21), ClosedOn = new(2026, 4, 22), QuietUntil = new(2026, 5, 30), CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        store.Add(new Introduction { FirstId = people[0], SecondId = people[1], Purpose = "Zwei, die sich kennen sollten", AnswerBy = new(2024, 2, 29), WithdrawnOn = new(2024, 2, 29), CreatedAt = clock.GetUtcNow().UtcDateTime });
        await store.DeleteView((await store.SaveView("Deleted", PeopleWanted.Everybody, clock, Stop)).Id, clock, Stop);
        await store.Refit(today, Stop);
        await store.SaveChangesAsync(Stop);
    }
}
