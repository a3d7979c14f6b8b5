/** The check of the style sheets; the rules are those of the recommended set, exceptions one by one. */
export default {
  extends: "stylelint-config-recommended",
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // Sheets are ordered by component, and a component's states stand beside it; the cascade is settled by layers.
    "no-descending-specificity": null,
  },
};
