using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.People;

/// <summary>Something another room hangs on a person's page.</summary>
public interface IPersonPanel
{
    /// <summary>Smaller is nearer to the top.</summary>
    int Order { get; }

    /// <summary>What shows it. It is given what <see cref="Load"/> found, and asks for nothing itself.</summary>
    Type Component { get; }

    /// <summary>The component's parameters; null when there is nothing to show.</summary>
    Task<IDictionary<string, object?>?> Load(Call call, CancellationToken stop);

    /// <summary>Somebody looks at a person's page.</summary>
    /// <param name="Store">The owner's.</param>
    /// <param name="Person">Whose page.</param>
    /// <param name="Visit">Who looks, and when.</param>
    /// <param name="Asked">What the address asks for.</param>
    /// <param name="Typed">A form of the page that has to be looked at again.</param>
    public sealed record Call(Store Store, Person Person, Visit Visit, IQueryCollection Asked, Typed? Typed)
    {
        public DateOnly Today => Visit.Today;
    }
}
