using FieldKit.ReportingPoint.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FieldKit.ReportingPoint.Tests.Personas;

/// <summary>
/// When a program within this process has closed all its files. It ends on a thread of its own, and may still be doing so when the
/// factory that started it was disposed: whoever then replaces or starts on its database would meet it.
/// </summary>
internal sealed class LetGoOfFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ManualResetEventSlim over = new();

    /// <summary>Of the program that these are the services of.</summary>
    public void Watch(IServiceCollection services)
    {
        var make = services.Single(service => service.ServiceType == typeof(DataFolder)).ImplementationFactory!;
        services.AddSingleton(_ => this);

        // Made before the folder, so disposed after it, and after everything that uses the folder.
        services.Replace(ServiceDescriptor.Singleton(typeof(DataFolder), provider =>
        {
            _ = provider.GetRequiredService<LetGoOfFolder>();
            return make(provider);
        }));
    }

    /// <exception cref="TimeoutException">The program did not end.</exception>
    public void Wait()
    {
        if (!over.Wait(Patience))
        {
            throw new TimeoutException("The program was stopped and still holds its data folder.");
        }
    }

    public void Dispose() => over.Set();
}
