using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.People;

/// <summary>Something another room hangs on a person's page.</summary>
public interface IPersonPanel
{
    /// <summary>Smaller is nearer to the top; <see cref="PersonPage.Middle"/> is among the facts.</summary>
    int Order { get; }

    /// <summary>What shows it. It is given what <see cref="Load"/> found, and asks for nothing itself.</summary>
    Type Component { get; }

    /// <summary>The kinds of rows it looks up by their <c>PersonId</c>; <see cref="Call.Has"/> tells of them.</summary>
    IReadOnlyList<Type> LooksFor => [];

    /// <summary>Whether there may be something to show though there is none of what it looks for; else it is not asked then.</summary>
    bool IsAlwaysAsked => LooksFor.Count == 0;

    /// <summary>The component's parameters; null when there is nothing to show.</summary>
    Task<IDictionary<string, object?>?> Load(Call call, CancellationToken stop);

    /// <summary>Somebody looks at a person's page.</summary>
    /// <param name="Store">The owner's.</param>
    /// <param name="Record">What all rooms told for the letter.</param>
    /// <param name="Visit">Who looks, and when.</param>
    /// <param name="Asked">What the address asks for.</param>
    /// <param name="Typed">A form of the page that has to be looked at again.</param>
    public sealed record Call(Store Store, PersonRecord Record, Visit Visit, IQueryCollection Asked, Typed? Typed)
    {
        /// <summary>The form of a part that has to be looked at again.</summary>
        public EditForm? Form { get; init; }

        public Person Person => Record.Person;

        public DateOnly Today => Visit.Today;

        /// <summary>Whether there is any row of this kind of the person: most people are in few rooms, and a room that is not asked costs nothing.</summary>
        public bool Has<T>() => Record.Kept.Contains(typeof(T));

        /// <summary>What a room looked up for the letter already.</summary>
        public T? Known<T>() where T : class => Record.Parts.Select(p => p.Source).OfType<T>().FirstOrDefault();
    }
}
