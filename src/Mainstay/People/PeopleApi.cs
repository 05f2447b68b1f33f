using System.Text.Json;
using Mainstay.Api;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>People, for programs.</summary>
internal static class PeopleApi
{
    private const string Chapter = "People";

    private const int TouchesShown = 50;

    public static void Map(ApiRoutes api)
    {
        var rooms = api.Services;
        api.Add<ListedPersonAnswer>(rooms.GetServices<IPersonFacts>().SelectMany(f => f.Shapes).Select(MemberOf));
        api.Add<PersonRecordAnswer>(rooms.GetServices<IPersonFacts>().SelectMany(f => f.Shapes).Concat(rooms.GetServices<IPersonParts>().SelectMany(p => p.Shapes)).Select(MemberOf));
        api.Post("/people", Add, new("addPerson", "Add a person")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<PersonFields>("What you know of them.", PeopleExamples.Fields),
            Answer = AnswerShape.Made<PersonRecordAnswer>("The new record.", PeopleExamples.Record),
            IsTagged = true,
        });
        api.Get("/people/{id:guid}", Read, new("readPerson", "All about one person")
        {
            Chapter = Chapter,
            About = $"`touches` holds the latest {TouchesShown}.",
            Parameters = [Who],
            Answer = AnswerShape.Of<PersonRecordAnswer>("The record.", PeopleExamples.Record),
            IsTagged = true,
        });
        MapChanges(api);
    }

    private static void MapChanges(ApiRoutes api)
    {
        api.Put("/people/{id:guid}", async call => await Change(call, await call.Body<PersonFields>()), new("replacePerson", "Make a person's record what is sent")
        {
            Chapter = Chapter,
            About = "What is left out is taken away. Picture, affiliations and ties stay.",
            Parameters = [Who],
            Body = BodyShape.Of<PersonFields>("All you know of them.", PeopleExamples.Fields),
            Answer = AnswerShape.Of<PersonRecordAnswer>("The record as it is now.", PeopleExamples.Record),
            IsTagged = true,
            Current = Record,
        });
        api.Patch("/people/{id:guid}", async call => await Change(call, await Patched(call)), new("changePerson", "Change what is said of a person")
        {
            Chapter = Chapter,
            About = "A JSON Merge Patch (RFC 7396): what you do not name stays, `null` takes away, a list is replaced as a whole.",
            Parameters = [Who],
            Body = BodyShape.PatchOf<PersonFields>("What changes.", PeopleExamples.Patch),
            Answer = AnswerShape.Of<PersonRecordAnswer>("The record as it is now.", PeopleExamples.Record),
            IsTagged = true,
            Current = Record,
        });
        api.Delete("/people/{id:guid}", Trash, new("trashPerson", "Put a person into the trash")
        {
            Chapter = Chapter,
            About = $"They can be restored for {PeopleActions.DaysInTrash} days.",
            Parameters = [Who],
            Current = Record,
        });
        api.Post("/people/{id:guid}/restore", Restore, new("restorePerson", "Take a person out of the trash")
        {
            Chapter = Chapter,
            Parameters = [Who],
            Answer = AnswerShape.Of<PersonRecordAnswer>("The record.", PeopleExamples.Record),
            IsTagged = true,
        });
    }

    private static Parameter Who => Parameter.Id("The person.");

    private static Member MemberOf(FactShape shape) => new(shape.Name, shape.Type, shape.About) { MayBeNull = shape.MayBeNull, OneOf = shape.OneOf };

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var fields = await call.Body<PersonFields>();
        var person = await Said(() => call.Store.AddPerson(fields.ToDetails(null), call.Clock, call.Stop));
        return ApiAnswer.Made(await Record(call, person.Id), $"{ApiRoutes.Root}/people/{person.Id}");
    }

    private static async Task<ApiAnswer> Change(ApiCall call, PersonFields fields)
    {
        var person = await call.Store.PersonOf(call.Id(), call.Stop);
        var now = await call.Store.DetailsOf(person.Id, call.Stop);
        await Said(() => call.Store.ChangePerson(person.Id, fields.ToDetails(now.Photo), call.Clock, call.Stop, person.Revision));
        return ApiAnswer.Of(await Record(call));
    }

    private static async Task<PersonFields> Patched(ApiCall call)
    {
        var patch = await call.Json();
        var person = await call.Store.PersonOf(call.Id(), call.Stop);
        var now = await call.Store.DetailsOf(person.Id, call.Stop);
        var through = now.MetThroughId is { } other ? await call.Store.NameOf(other, call.Stop) : now.MetThroughName;
        var renamed = patch.ValueKind == JsonValueKind.Object && patch.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? PersonNames.Renamed(now, name.GetString()) : now;
        return ApiJson.Patched(PersonFields.Of(renamed, through), patch);
    }

    private static async Task<ApiAnswer> Trash(ApiCall call)
    {
        await call.Store.PersonOf(call.Id(), call.Stop);
        await call.Store.TrashPerson(call.Id(), call.Clock, call.Stop);
        return ApiAnswer.Done;
    }

    private static async Task<ApiAnswer> Restore(ApiCall call)
    {
        await call.Store.RestorePerson(call.Id(), call.Clock, call.Stop);
        return ApiAnswer.Of(await Record(call));
    }

    /// <summary>The same as before, as long as nothing was written since.</summary>
    private static Task<ApiAnswer> Read(ApiCall call) => call.AsBefore(("person", call.Visit.Owner.SpaceId, call.Id(), call.Today, call.Visit.Culture?.Name), () => Record(call));

    private static Task<object> Record(ApiCall call) => Record(call, call.Id());

    private static async Task<object> Record(ApiCall call, Guid id) => PersonRecordAnswer.Of(await call.Store.RecordOf(id, call.Services, call.Today, call.Stop, TouchesShown));

    /// <summary>What is wrong is named as programs name it.</summary>
    private static async Task<Person> Said(Func<Task<Person>> act)
    {
        try
        {
            return await act();
        }
        catch (Mistaken mistaken)
        {
            var problems = new Problems();
            foreach (var (field, sentence) in mistaken.Problems) problems.Add(field == "roles" ? "rolesHeld" : field, sentence.Key, sentence.Inputs);
            throw new Mistaken(problems);
        }
    }
}
