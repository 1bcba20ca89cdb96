// Sliders beside the two numbers of the scenario. Without this module the numbers are typed.

const form = document.querySelector("[data-scenario]");
const sliders = form ? [...form.querySelectorAll("[data-slides]")] : [];
const field = (slider) => form.elements[slider.dataset.slides];

for (const slider of sliders) {
  slider.addEventListener("input", () => {
    field(slider).value = slider.value;
    for (const other of sliders) {
      const wrong = other.dataset.slides === "high"
        ? Number(other.value) < Number(slider.value)
        : Number(other.value) > Number(slider.value);
      if (other !== slider && wrong) {
        other.value = slider.value;
        field(other).value = slider.value;
      }
    }
  });
  slider.addEventListener("change", () => form.requestSubmit());
}
if (form) form.querySelector(".sliders").hidden = false;
